const isMac = () => typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

const NAMES: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Delete: 'Del',
  ' ': 'Space',
};
const MAC_NAMES: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** Splits `Mod+Shift+Z`; the plus sign itself is a key too: `Mod++`. */
export function keyParts(keys: string): readonly string[] {
  const parts = keys.split('+');
  return keys.endsWith('+') ? [...parts.slice(0, -2), '+'].filter((part) => part !== '') : parts;
}

/** Keys as they are written on this machine's keyboard, one string per key. */
export function keyNames(keys: string): readonly string[] {
  return keyParts(keys).map((part) => {
    if (isMac() && MAC_NAMES[part]) return MAC_NAMES[part];
    if (part === 'Mod') return 'Ctrl';
    return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}
