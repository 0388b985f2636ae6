import { app, Menu, nativeTheme, protocol } from 'electron';
import { answerCalls } from '../answer-calls.ts';
import { closeDoors } from '../close-doors.ts';
import type { MainContext } from '../context.ts';
import type { Environment } from '../environment.ts';
import { createGrantedPaths } from '../guard/granted-paths.ts';
import { servePage } from '../page/serve-page.ts';
import { themeSource } from '../theme-source.ts';
import { openUserData } from '../user-data/user-data.ts';
import { openWindow } from '../window/open-window.ts';
import { createWindowList } from '../window/window-list.ts';
import { sortPaths } from './existing-paths.ts';
import type { FirstInstance } from './first-instance.ts';

/** The program, from the moment when Electron is ready until the last window has put its work away. */
export async function run(environment: Environment, instance: FirstInstance): Promise<void> {
  closeDoors(environment);
  // Until a window brings its own: not Electron's, which reloads pages and opens developer tools.
  Menu.setApplicationMenu(null);
  servePage(protocol, environment.pageFolder);

  const userData = await openUserData(environment.userDataFolder);
  nativeTheme.themeSource = themeSource(userData.settings.data.theme);
  const granted = createGrantedPaths();
  granted.grant(
    environment.documentsFolder,
    ...userData.recent.data.projects.map((project) => project.path),
  );

  const context: MainContext = {
    environment,
    userData,
    granted,
    windows: createWindowList(),
    openWindow: () => openWindow(context),
  };
  answerCalls(context.windows);
  instance.onPaths((paths) => void openPaths(context, paths));
  app.on('activate', () => {
    if (context.windows.count === 0) context.openWindow();
  });
  quitWhenDone(context);
}

/** Brings the window in front and opens the paths there; opens a window where there is none. */
async function openPaths(context: MainContext, paths: readonly string[]): Promise<void> {
  const { granted, windows } = context;
  const { found, missing } = await sortPaths(paths);
  const isFirst = windows.current() === undefined;
  if (isFirst) context.openWindow();
  const window = windows.current();
  if (!window) return;
  if (!isFirst) {
    if (window.browser.isMinimized()) window.browser.restore();
    window.browser.show();
    window.browser.focus();
  }
  granted.grant(...found);
  if (found.length > 0) window.inbox.handOver(found);
  for (const path of missing) window.inbox.warn(`There is no file or folder ${path}.`);
}

/** Quits after the last window, and not before all work is put away. */
function quitWhenDone({ windows, userData }: MainContext): void {
  let isSettled = false;
  const settled = () =>
    Promise.all([windows.settled(), ...Object.values(userData).map((file) => file.settled())]);
  app.on('window-all-closed', async () => {
    await settled();
    if (windows.count === 0 && process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isSettled) return;
    event.preventDefault();
    void settled().then(() => {
      isSettled = true;
      // Not from inside the event: Electron would take it for the same attempt to quit.
      setImmediate(() => app.quit());
    });
  });
}
