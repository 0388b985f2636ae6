import { decodeCp437 } from './cp437.ts';

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/iu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in a name.
const CONTROL = /[\u0000-\u001f\u007f]/u;
const MAX_LENGTH = 1000;

/**
 * Text of an entry's name. UTF-8 where the archive says so, or where the bytes can be read as such; else
 * code page 437, as the zip specification has it.
 */
export function decodeName(bytes: Uint8Array, isUtf8: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return isUtf8 ? undefined : decodeCp437(bytes);
  }
}

/** With `/` between folders, as archives from Windows may not have it, and without `./` at the beginning. */
export function normalizeName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '');
}

/** Why the name of an entry is refused, as the end of a sentence; `undefined` where it is sound. */
export function nameFault(name: string): string | undefined {
  if (name === '') return 'has no name';
  if (name.length > MAX_LENGTH) return `has a name of more than ${MAX_LENGTH} characters`;
  if (CONTROL.test(name)) return 'has control characters in its name';
  if (!name.isWellFormed()) return 'has half a character in its name';
  if (name.startsWith('/') || /^[a-z]:/iu.test(name)) return 'has an absolute path';
  const segments = name.replace(/\/$/u, '').split('/');
  if (segments.includes('..')) return 'has a path that leads out of the archive';
  if (segments.some((segment) => segment === '' || segment === '.')) {
    return 'has a path with an empty part';
  }
  if (segments.some((segment) => RESERVED.test(segment))) return 'has a name that Windows reserves';
  return undefined;
}

/** Two names with one key would be one file on some system. */
export function nameKey(name: string): string {
  return name.replace(/\/$/u, '').normalize('NFC').toLowerCase();
}
