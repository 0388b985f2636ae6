import { keyParts } from '../ui/keys.ts';

/** What of a keyboard event counts. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const LETTER = /^[a-z]$/iu;
const LETTER_OR_DIGIT = /^[a-z0-9]$/iu;

/** Whether the machine's `Mod` is held: Ctrl, on a Mac Cmd. */
export const hasMod = (press: KeyPress, isMac: boolean) => (isMac ? press.metaKey : press.ctrlKey);

/** The letter or digit that the place of the key has on a US keyboard; empty for others. */
function usKey(code: string): string {
  const place = /^(?:Key([A-Z])|Digit(\d))$/u.exec(code);
  return (place?.[1] ?? place?.[2] ?? '').toLowerCase();
}

/**
 * Whether the key says `name`. The character that the layout gives counts first; where the layout gives
 * no Latin letter or no digit (Greek, Cyrillic, French digits), the place of the key counts.
 */
function isKey(press: KeyPress, name: string): boolean {
  const key = press.key.toLowerCase();
  if (key === name.toLowerCase()) return true;
  // The sign for more stands with Shift, without, or on a key of its own; all of them are meant.
  if (name === '=' && key === '+') return true;
  if (!LETTER_OR_DIGIT.test(name) || LETTER.test(key)) return false;
  return usKey(press.code) === name.toLowerCase();
}

/** Whether the press is the keys written as `Mod+Shift+Z`. */
export function isPressed(press: KeyPress, keys: string, isMac: boolean): boolean {
  const parts = keyParts(keys);
  const name = parts.at(-1) ?? '';
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  // A sign such as `?` or `+` is where the layout puts it, with Shift or without.
  const isSign = name.length === 1 && !LETTER_OR_DIGIT.test(name);
  const other = isMac ? press.ctrlKey : press.metaKey;
  return (
    !other &&
    hasMod(press, isMac) === wants('Mod') &&
    press.altKey === wants('Alt') &&
    (press.shiftKey === wants('Shift') || (isSign && !wants('Shift'))) &&
    isKey(press, name)
  );
}

/**
 * Which of the one-character keys is pressed, with Shift or without and no other modifier.
 * @returns the key as the caller spells it; `undefined` for none.
 */
export function characterPressed(
  press: KeyPress,
  characters: Iterable<string>,
): string | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const all = [...characters];
  const exact = all.find((c) => c === press.key || c === press.key.toLowerCase());
  return exact ?? all.find((c) => isKey(press, c));
}
