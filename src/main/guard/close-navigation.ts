import type { WebContents } from 'electron';
import { PAGE } from '../page/address.ts';

/** Keeps a window on our page: no link, form, script, frame or dropped file leads anywhere. */
export function closeNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    // A reload of our own page is the one navigation with a purpose.
    if (event.url !== PAGE || !event.isMainFrame) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.url !== PAGE || !event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
}
