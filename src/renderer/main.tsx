import { createRoot } from 'react-dom/client';
import { keepAltFromMenu } from './actions/keep-alt.ts';
import { App } from './app/App.tsx';
import { followReading } from './theme/follow-reading.ts';
import { followTheme } from './theme/follow-theme.ts';
import { allowLibraryStyles } from './theme/style-nonce.ts';
import './theme/tokens.css';
import './theme/reset.css';
import { start } from './state/lifecycle.ts';

followTheme();
followReading();
allowLibraryStyles();
keepAltFromMenu();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
void start();
