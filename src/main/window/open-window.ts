import { type BrowserWindow, Menu } from 'electron';
import type { Emit } from '#host/index.ts';
import { appEndpoints } from '../calls/app-endpoints.ts';
import type { MainContext } from '../context.ts';
import { EMPTY_MENU_STATE, type MenuState } from '../menu/menu-state.ts';
import { menuTemplate } from '../menu/menu-template.ts';
import { PAGE } from '../page/address.ts';
import { makeBrowserWindow } from './browser-window.ts';
import { closeHost, guardedEndpoints, makeHost } from './host-of-window.ts';
import { createInbox } from './inbox.ts';
import { watchPage } from './watch-page.ts';
import { keepZoom } from './zoom.ts';

const RECOVERED =
  'The window had to start again after a fault. Everything that was saved is still there.';

/** Opens a window with a host of its own, which outlives the window's page. */
export function openWindow(context: MainContext): void {
  const browser = makeBrowserWindow(context.environment, context.userData);
  const emit: Emit = (event, data) => {
    if (!browser.isDestroyed()) browser.webContents.send('event', event, data);
  };
  const host = makeHost(context, emit);
  const inbox = createInbox(emit);
  const showMenu = menuOf(browser, (id) => emit('menu.action', { id }));

  watchPage(browser, {
    restarted: () => inbox.pageStarts(),
    crashed: () => inbox.warn(RECOVERED),
  });
  context.windows.add({
    browser,
    endpoints: {
      ...guardedEndpoints(host, context),
      ...appEndpoints({ browser, inbox, showMenu }, context),
    },
    inbox,
    release: () => closeHost(host),
  });
  keepZoom(browser, () => context.userData.settings.data.zoom);
  showMenu(EMPTY_MENU_STATE);
  void browser.loadURL(PAGE);
}

/** Gives a window its menu. A Mac has one bar for all windows: it shows that of the one in front. */
function menuOf(browser: BrowserWindow, choose: (id: string) => void) {
  const { platform } = process;
  let menu: Menu | null = null;
  const show = () => {
    if (platform !== 'darwin') browser.setMenu(menu);
    else if (browser.isFocused()) Menu.setApplicationMenu(menu);
  };
  browser.on('focus', show);
  return (state: MenuState) => {
    if (browser.isDestroyed()) return;
    menu = Menu.buildFromTemplate(menuTemplate({ state, platform, choose }));
    show();
  };
}
