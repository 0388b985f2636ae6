import { hasBlank } from './blank.ts';

const WRITTEN = /%[0-9A-Fa-f]{2}/u;
const RUNS = /(?:%[0-9A-Fa-f]{2})+/gu;

/**
 * Writes a name where some characters mean something else: white space, what `special` lists, and `%`
 * before two hexadecimal digits become `%20` and the like (UTF-8). `decodeName` gives the name back.
 */
export function encodeName(name: string, special = ''): string {
  let written = '';
  let at = 0;
  for (const character of name) {
    const isSpecial = hasBlank(character) || special.includes(character);
    const looksWritten = character === '%' && WRITTEN.test(name.slice(at, at + 3));
    written += isSpecial || looksWritten ? percent(character) : character;
    at += character.length;
  }
  return written;
}

/** The name that `encodeName` wrote; sequences that are no UTF-8 stay as they are. */
export function decodeName(written: string): string {
  return written.replace(RUNS, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function percent(character: string): string {
  // Only ASCII and white space come here, so there is no lone surrogate to fail on.
  const encoded = encodeURIComponent(character);
  if (encoded !== character) return encoded;
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
