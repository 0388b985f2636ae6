import { BrowserWindow, type WebContents } from 'electron';
import type { WorkbenchWindow } from './workbench-window.ts';

/** The open windows, and the hosts of closed ones that are still putting their work away. */
export interface WindowList {
  add(window: WorkbenchWindow): void;
  /** The window that shows these contents. */
  of(contents: WebContents): WorkbenchWindow | undefined;
  /** The one in front; where none is, the one used last. */
  current(): WorkbenchWindow | undefined;
  readonly count: number;
  /** Settles when every window closed so far has put its work away. */
  settled(): Promise<void>;
}

/** Makes an empty list. */
export function createWindowList(): WindowList {
  const open = new Map<WebContents, WorkbenchWindow>();
  const closing = new Set<Promise<void>>();
  let last: WorkbenchWindow | undefined;
  return {
    add(window) {
      const { browser } = window;
      const { webContents } = browser;
      open.set(webContents, window);
      last = window;
      browser.on('focus', () => {
        last = window;
      });
      browser.once('closed', () => {
        open.delete(webContents);
        if (last === window) last = [...open.values()].at(-1);
        const closed = window.release().finally(() => closing.delete(closed));
        closing.add(closed);
      });
    },
    of: (contents) => open.get(contents),
    current() {
      const focused = BrowserWindow.getFocusedWindow();
      return (focused && open.get(focused.webContents)) ?? last;
    },
    get count() {
      return open.size;
    },
    async settled() {
      await Promise.all(closing);
    },
  };
}
