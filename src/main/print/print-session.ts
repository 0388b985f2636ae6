import { randomBytes } from 'node:crypto';
import { type Session, session } from 'electron';
import { closeNetwork } from '../guard/close-network.ts';
import { closeDownloads, closePermissions } from '../guard/close-permissions.ts';
import { SCHEME } from '../page/address.ts';
import { contentSecurityPolicy } from '../page/content-security-policy.ts';

/** Pages that wait to be printed, by address. */
const pages = new Map<string, string>();
let prepared: Session | undefined;

/**
 * Holds a page ready at an address of its own, in a session that keeps nothing and reaches nothing.
 * @returns the address, and a function that takes the page away again.
 */
export function holdPage(html: string): { readonly address: string; release(): void } {
  const address = `${SCHEME}://app/print-${randomBytes(12).toString('hex')}`;
  pages.set(address, html);
  return { address, release: () => void pages.delete(address) };
}

/** The session of hidden windows: in memory, no network, no permissions, only the pages that are held. */
export function printSession(): Session {
  if (prepared) return prepared;
  const made = session.fromPartition('print');
  closeNetwork(
    made,
    () => false,
    () => undefined,
  );
  closePermissions(made);
  closeDownloads(made);
  made.protocol.handle(SCHEME, ({ url }) => answer(url));
  prepared = made;
  return made;
}

function answer(url: string): Response {
  const html = pages.get(url);
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'Content-Type': 'text/html; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  };
  if (html === undefined) return new Response('Not found', { status: 404, headers });
  // The first style sheet is ours and stands in the head; what a text brings along gets no nonce.
  return new Response(html.replace('<style>', `<style nonce="${nonce}">`), { headers });
}
