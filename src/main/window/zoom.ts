import { type BrowserWindow, BrowserWindow as Windows } from 'electron';
import type { WindowList } from './window-list.ts';

/** Keeps a window at the zoom that was set, also after its page has started again. */
export function keepZoom(browser: BrowserWindow, zoom: () => number): void {
  browser.webContents.on('did-finish-load', () => browser.webContents.setZoomFactor(zoom()));
}

/** Zooms the pages of all windows; 1 is as designed. */
export function zoomAll(windows: WindowList, zoom: number): void {
  for (const { webContents } of Windows.getAllWindows()) {
    if (windows.of(webContents)) webContents.setZoomFactor(zoom);
  }
}
