import { type BrowserWindow, dialog } from 'electron';
import { PAGE } from '../page/address.ts';

interface PageWatcher {
  /** The page starts anew, after a crash or a reload; it knows nothing of what was before. */
  restarted(): void;
  /** The page crashed, and is about to be started again. */
  crashed(): void;
}

const MOST_CRASHES = 3;
const CRASHES_WITHIN_MS = 60_000;

/** Keeps our page in the window: starts it again after a crash, unless it crashes over and over. */
export function watchPage(browser: BrowserWindow, watcher: PageWatcher): void {
  const { webContents } = browser;
  const crashes: number[] = [];

  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) watcher.restarted();
  });

  // Navigation is closed, but an empty page (`about:blank`) comes without being announced.
  webContents.on('did-navigate', (_event, address) => {
    if (address !== PAGE) void webContents.loadURL(PAGE);
  });

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || browser.isDestroyed()) return;
    console.error(`The page of a window ended: ${reason} (${exitCode}).`);
    const now = Date.now();
    crashes.push(now);
    const lately = crashes.filter((time) => now - time < CRASHES_WITHIN_MS).length;
    if (lately <= MOST_CRASHES) {
      watcher.restarted();
      watcher.crashed();
      webContents.reload();
    } else void sayGivenUp(browser);
  });
}

async function sayGivenUp(browser: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(browser, {
    type: 'error',
    message: 'This window fails again and again.',
    detail: 'All saved edits are on the disk. Close the window and start Glossator anew.',
  });
}
