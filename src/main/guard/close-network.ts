import type { Session } from 'electron';
import { isOwnAddress } from '../page/address.ts';

/** Whether a request stays inside the program. `data:` and `blob:` hold their contents themselves. */
function isLocal(address: string): boolean {
  if (address.startsWith('blob:')) return isOwnAddress(address.slice('blob:'.length));
  return address.startsWith('data:') || isOwnAddress(address);
}

/**
 * Lets no request of a session leave the program. Glossator needs no network: what asks for one is
 * a mistake or an attack.
 *
 * @param allowed says of other addresses whether they may pass; for the developer tools.
 * @param onBlocked is told the address of each request that was stopped.
 */
export function closeNetwork(
  session: Session,
  allowed: (address: string) => boolean,
  onBlocked: (address: string) => void,
): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !isLocal(url) && !allowed(url);
    if (cancel) onBlocked(url);
    answer({ cancel });
  });
  void session.setProxy({ mode: 'direct' });
  // Chromium's own requests do not come by here. It would fetch dictionaries, in spite of `spellcheck`.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}
