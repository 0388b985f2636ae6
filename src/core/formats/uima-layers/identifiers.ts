import { isXmlName } from '../xml/escape.ts';

const WRITTEN = /_u([0-9a-f]+)_/gu;
const WRITTEN_START = /^U([0-9a-f]+)_/u;

/**
 * Writes a name as the name of a UIMA type or feature: letters, digits and `_`, a letter first. Other
 * characters become `_u20_` and the like, at the start `U20_`. `decodeIdentifier` gives the name back.
 * @param reserved names that mean something else there; these are written with their first letter coded.
 */
export function encodeIdentifier(name: string, reserved: ReadonlySet<string> = new Set()): string {
  let written = '';
  let at = 0;
  for (const character of name) {
    const rest = name.slice(at, at + 8);
    if (at === 0) {
      const isPlain = isLetter(character) && !/^U[0-9a-f_]/u.test(rest) && !reserved.has(name);
      written += isPlain ? character : `U${hexOf(character)}_`;
    } else {
      const isPlain = isLetter(character) || /^[0-9_]$/u.test(character);
      written += isPlain && !/^_u[0-9a-f]/u.test(rest) ? character : `_u${hexOf(character)}_`;
    }
    at += character.length;
  }
  return written === '' ? 'U_' : written;
}

/** The name that `encodeIdentifier` wrote; what it would not have written stays as it is. */
export function decodeIdentifier(
  written: string,
  reserved: ReadonlySet<string> = new Set(),
): string {
  if (written === 'U_') return '';
  const character = (whole: string, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  };
  const [start = ''] = WRITTEN_START.exec(written) ?? [];
  const name =
    start.replace(WRITTEN_START, character) +
    written.slice(start.length).replace(WRITTEN, character);
  return encodeIdentifier(name, reserved) === written ? name : written;
}

/** Whether UIMA and XML take this for the name of a type, with its package, or of a feature. */
export function isIdentifier(name: string): boolean {
  return name
    .split('.')
    .every((part) => /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(part) && isXmlName(part));
}

/** Letters that Java, XML and Python all take in a name. */
function isLetter(character: string): boolean {
  if (/^[A-Za-z]$/u.test(character)) return true;
  return character.length === 1 && /^\p{L}$/u.test(character) && isXmlName(character);
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}
