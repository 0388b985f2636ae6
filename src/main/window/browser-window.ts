import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron';
import type { Environment } from '../environment.ts';
import type { UserData } from '../user-data/user-data.ts';
import { DEFAULT_BOUNDS, LEAST_BOUNDS, placeWindow } from '../user-data/window-bounds.ts';

/** Settings of RELIABILITY.md, E01. Most are Electron's defaults; stated, so that they stay. */
function preferences({ isPackaged }: Environment): WebPreferences {
  return {
    preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: false,
    devTools: !isPackaged,
  };
}

/** As `--bg-frame` of the page, so that nothing flashes before it is drawn. */
const FRAME = { light: '#f3f3f1', dark: '#1b1c1e' } as const;

/** So long after the page is there the window is shown in any case. */
const SHOWN_AFTER_MS = 1_000;

/** Makes the system's window, still empty and hidden; it shows itself when there is something to see. */
export function makeBrowserWindow(environment: Environment, userData: UserData): BrowserWindow {
  const { bounds } = userData.window.data;
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const browser = new BrowserWindow({
    ...DEFAULT_BOUNDS,
    ...placeWindow(bounds, areas),
    minWidth: LEAST_BOUNDS.width,
    minHeight: LEAST_BOUNDS.height,
    show: false,
    title: 'Glossator',
    icon: environment.iconFile,
    backgroundColor: nativeTheme.shouldUseDarkColors ? FRAME.dark : FRAME.light,
    webPreferences: preferences(environment),
  });
  if (bounds?.isMaximized) browser.maximize();
  const show = () => {
    if (!browser.isDestroyed() && !browser.isVisible()) browser.show();
  };
  browser.once('ready-to-show', show);
  // That comes with the first frame, which some machines do not draw while nothing is seen of the window.
  browser.webContents.once('did-finish-load', () => setTimeout(show, SHOWN_AFTER_MS));
  browser.on('page-title-updated', (event) => event.preventDefault());
  browser.on('close', () => {
    const place = { ...browser.getNormalBounds(), isMaximized: browser.isMaximized() };
    void userData.window.set({ bounds: place }).catch(() => undefined);
  });
  return browser;
}
