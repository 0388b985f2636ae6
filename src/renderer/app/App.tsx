import { useKeys } from '../actions/use-keys.ts';
import { useNativeMenu } from '../actions/use-native-menu.ts';
import { StartScreen } from '../start/StartScreen.tsx';
import { useSession } from '../state/session.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { Calm } from './Calm.tsx';
import { Dialogs } from './Dialogs.tsx';
import { DropZone } from './DropZone.tsx';
import { Workbench } from './Workbench.tsx';

/** The whole window. */
export function App() {
  return (
    <Calm>
      <TooltipProvider>
        <DropZone>
          <Screen />
        </DropZone>
        <Dialogs />
        <Toasts />
      </TooltipProvider>
    </Calm>
  );
}

function Screen() {
  useKeys();
  useNativeMenu();
  const isReady = useSession(({ app }) => app !== null);
  const hasProject = useSession(({ project }) => project !== null);
  if (hasProject) return <Workbench />;
  return isReady ? <StartScreen /> : null;
}
