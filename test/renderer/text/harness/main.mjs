// Shows the text view alone in a window of real Electron, under the app's content security policy.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';

const ROOT = join(import.meta.dirname, '../../../../out/harness');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "require-trusted-types-for 'script'";

protocol.registerSchemesAsPrivileged([
  { scheme: 'harness', privileges: { standard: true, secure: true } },
]);

/** @param {Request} request */
async function answer(request) {
  const path = normalize(new URL(request.url).pathname);
  const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(path))] ?? 'text/plain';
  try {
    const body = await readFile(join(ROOT, path));
    const headers = { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': POLICY };
    return new Response(new Uint8Array(body), { headers });
  } catch {
    return new Response('', { status: 404 });
  }
}

app.on('window-all-closed', () => app.quit());
// Not awaited: the app becomes ready only after this module has run.
app.whenReady().then(() => {
  protocol.handle('harness', answer);
  const window = new BrowserWindow({ width: 1000, height: 760, useContentSize: true });
  window.loadURL('harness://text/index.html');
});
