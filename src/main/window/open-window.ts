import { Menu } from 'electron';
import type { Emit, Host } from '#host/index.ts';
import { appEndpoints } from '../calls/app-endpoints.ts';
import type { MainContext } from '../context.ts';
import { EMPTY_MENU_STATE } from '../menu/menu-state.ts';
import { menuTemplate } from '../menu/menu-template.ts';
import { PAGE } from '../page/address.ts';
import { makeBrowserWindow } from './browser-window.ts';
import { closeHost, guardedEndpoints, makeHost } from './host-of-window.ts';
import { watchPage } from './watch-page.ts';
import type { WorkbenchWindow } from './workbench-window.ts';

const RECOVERED =
  'The window had to start again after a fault. Everything that was saved is still there.';

/** Opens a window with a host of its own. */
export function openWindow(context: MainContext, paths: readonly string[]): void {
  const browser = makeBrowserWindow(context.environment, context.userData);
  const emit: Emit = (event, data) => {
    if (!browser.isDestroyed()) browser.webContents.send('event', event, data);
  };
  let host: Host = makeHost(context, emit);
  let ready: Promise<void> = Promise.resolve();
  let waiting: readonly string[] | null = []; // `null` once the page takes paths itself
  let warnings: readonly string[] = [];
  let menu: Menu | null = null;

  const window: WorkbenchWindow = {
    browser,
    emit,
    async endpoints() {
      await ready;
      return { ...guardedEndpoints(host, context), ...appEndpoints(window, context) };
    },
    handOver(more) {
      context.granted.grant(...more);
      if (waiting) waiting = [...waiting, ...more];
      else emit('files.opened', { paths: more });
    },
    warn(message) {
      if (waiting) warnings = [...warnings, message];
      else emit('notice', { kind: 'warning', message });
    },
    takeWaiting() {
      const taken = waiting ?? [];
      waiting = null;
      for (const message of warnings) setImmediate(window.warn, message);
      warnings = [];
      return taken;
    },
    showMenu(state) {
      if (browser.isDestroyed()) return;
      const choose = (id: string) => emit('menu.action', { id });
      menu = Menu.buildFromTemplate(menuTemplate({ state, platform: process.platform, choose }));
      if (process.platform !== 'darwin') browser.setMenu(menu);
      else if (browser.isFocused()) Menu.setApplicationMenu(menu);
    },
    release: () => closeHost(host),
  };

  // A page that starts again knows nothing: it gets a new host, and the project that it had open.
  watchPage(browser, {
    restarted() {
      const folder = host.folder();
      waiting = folder === null ? [] : [folder];
      ready = closeHost(host);
      host = makeHost(context, emit);
    },
    recovered: () => {
      warnings = [...warnings, RECOVERED];
    },
  });
  browser.on('focus', () => {
    if (process.platform === 'darwin') Menu.setApplicationMenu(menu);
  });
  window.handOver(paths);
  window.showMenu(EMPTY_MENU_STATE);
  context.windows.add(window);
  void browser.loadURL(PAGE);
}
