import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { followTheme } from './theme/follow-theme.ts';
import './theme/tokens.css';
import './theme/reset.css';
import { start } from './state/lifecycle.ts';

followTheme();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
void start();
