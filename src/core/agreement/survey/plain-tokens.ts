import type { Range } from '../../model/range.ts';

/** Scripts that write without blanks: where their words end is for a dictionary to say. */
const SOLITARY =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const MARK = /\p{M}/u;
const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const BLANK = /\s/u;

/** What a character does: nothing, stand alone, take part in a run, or belong to the one before. */
type Role = 'blank' | 'alone' | 'run' | 'mark';

function roleOf(character: string): Role {
  if (BLANK.test(character)) return 'blank';
  if (MARK.test(character)) return 'mark';
  return LETTER.test(character) && !SOLITARY.test(character) ? 'run' : 'alone';
}

/** Texts use few characters many times. */
const roles = new Map<number, Role>();

function cachedRole(codePoint: number): Role {
  const known = roles.get(codePoint);
  if (known !== undefined) return known;
  const role = roleOf(String.fromCodePoint(codePoint));
  roles.set(codePoint, role);
  return role;
}

/**
 * Tokens for the measures that count in tokens, where the document brought none: runs of letters and digits,
 * and every other character by itself, as are those of scripts that write without blanks. Marks belong to
 * what they stand on. UTF-16 code units.
 */
export function plainTokens(text: string): readonly Range[] {
  const tokens: Range[] = [];
  let start = -1;
  let isRun = false;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const role = cachedRole(codePoint);
    const goesOn = start !== -1 && (role === 'mark' || (role === 'run' && isRun));
    if (!goesOn) {
      if (start !== -1) tokens.push({ start, end: at });
      start = role === 'blank' ? -1 : at;
      isRun = role === 'run' || role === 'mark';
    }
    at += codePoint > 0xffff ? 2 : 1;
  }
  if (start !== -1) tokens.push({ start, end: text.length });
  return tokens;
}
