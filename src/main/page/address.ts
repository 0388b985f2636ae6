/** Scheme of our own page. A file: page could read other files; an http: one would need a server. */
export const SCHEME = 'glossator';
const ORIGIN = `${SCHEME}://app`;

/** Address of the window's page. */
export const PAGE = `${ORIGIN}/index.html`;

/** Whether an address is one of our own, and not merely looks like it. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === 'app' && username === '' && password === '';
}
