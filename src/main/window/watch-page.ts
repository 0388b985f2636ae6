import { type BrowserWindow, dialog } from 'electron';

interface PageWatcher {
  /** The page is about to start anew, after a crash or a reload. */
  restarted(): void;
  /** The page crashed and was started again. */
  recovered(): void;
}

const MOST_CRASHES = 3;
const CRASHES_WITHIN_MS = 60_000;

/** Starts a crashed page again, unless it crashes over and over, and asks before unsaved edits are lost. */
export function watchPage(browser: BrowserWindow, watcher: PageWatcher): void {
  const { webContents } = browser;
  const crashes: number[] = [];
  let isFirst = true;

  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return;
    if (!isFirst) watcher.restarted();
    isFirst = false;
  });

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || browser.isDestroyed()) return;
    console.error(`The page of a window ended: ${reason} (${exitCode}).`);
    const now = Date.now();
    crashes.push(now);
    const lately = crashes.filter((time) => now - time < CRASHES_WITHIN_MS).length;
    if (lately <= MOST_CRASHES) {
      watcher.recovered();
      webContents.reload();
    } else void sayGivenUp(browser);
  });

  webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(browser, {
      type: 'warning',
      message: 'Some edits are not on the disk yet.',
      detail: 'The status line says why. If you close the window now, these edits are lost.',
      buttons: ['Keep the window open', 'Close and lose them'],
      defaultId: 0,
      cancelId: 0,
    });
    if (choice === 1) event.preventDefault(); // of preventing: the window closes
  });
}

async function sayGivenUp(browser: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(browser, {
    type: 'error',
    message: 'This window fails again and again.',
    detail: 'All saved edits are on the disk. Close the window and start Glossator anew.',
  });
}
