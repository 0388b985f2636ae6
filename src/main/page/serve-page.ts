import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Protocol, protocol } from 'electron';
import { isOwnAddress, SCHEME } from './address.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { findAsset } from './find-asset.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Makes the scheme known to Chromium; must be called before the app is ready. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Answers all requests of the page with the files of `root`, and nothing else. */
export function servePage(protocols: Protocol, root: string): void {
  protocols.handle(SCHEME, (request) => answer(root, request));
}

async function answer(root: string, { method, url }: Request): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
  const file = method === 'GET' && isOwnAddress(url) ? await findAsset(root, url) : undefined;
  const type = file && TYPES[extname(file)];
  if (!file || !type) {
    return new Response('Not found', {
      status: 404,
      headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
  const bytes = await readFile(file);
  const body = extname(file) === '.html' ? withNonce(bytes.toString('utf8'), nonce) : bytes;
  return new Response(body, { headers: { ...headers, 'Content-Type': type } });
}

/** Tells the page its nonce, in the element that Vite and others look for. */
function withNonce(html: string, nonce: string): string {
  return html.replace(/<head>/iu, `$&<meta property="csp-nonce" nonce="${nonce}">`);
}
