import type { Range } from '../model/range.ts';

/** Blanks and punctuation, but not the marks that are part of what they stand by: `5 %`, `@anna`, `R&D`. */
const LOOSE = /^(?:\s|(?![%‰#@&§°])\p{P})$/u;
const BLANK = /^\s$/u;
const PAIRS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '“': '”',
  '‘': '’',
  '«': '»',
  '「': '」',
  '『': '』',
  '（': '）',
  '《': '》',
};
const OPENING = new Map(Object.entries(PAIRS));
const CLOSING = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]));
/** How far the other half of a pair of brackets is looked for, in code units. */
const REACH = 400;

/** Whether the text has nothing but blanks and punctuation. */
export function isLoose(text: string): boolean {
  for (const character of text) if (!LOOSE.test(character)) return false;
  return true;
}

/** Takes blanks off both edges. May leave nothing. */
export function trimBlanks(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from < to && BLANK.test(text.charAt(from))) from++;
  while (to > from && BLANK.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/**
 * Takes blanks and punctuation off both edges. Brackets and quotation marks stay where their other
 * half is inside (`Shanghai Cooperation Organisation (SCO)`), and go where they enclose all (`(SCO)`);
 * the full stop of initials stays (`U.S.`). May leave nothing.
 */
export function trimLoose(text: string, range: Range): Range {
  let { start, end } = range;
  for (;;) {
    ({ start, end } = trimBlanks(text, { start, end }));
    if (start >= end) return { start, end };
    const [first, last] = [firstOf(text, start), lastOf(text, end)];
    if (LOOSE.test(first) && !isClosedInside(text, first, start, end)) start += first.length;
    else if (LOOSE.test(last) && !belongs(text, last, start, end)) end -= last.length;
    else return { start, end };
  }
}

/** Whether the other half of the bracket at `start` comes before the last character. */
function isClosedInside(text: string, open: string, start: number, end: number): boolean {
  const close = OPENING.get(open);
  if (close === undefined) return false;
  let depth = 0;
  for (let at = start; at < Math.min(end - 1, start + REACH); at++) {
    if (text.charAt(at) === open) depth++;
    else if (text.charAt(at) === close && --depth === 0) return true;
  }
  return false;
}

function belongs(text: string, last: string, start: number, end: number): boolean {
  if (last === '.') return endsInitials(text.slice(Math.max(start, end - 12), end));
  const open = CLOSING.get(last);
  if (open === undefined) return false;
  let depth = 0;
  for (let at = end - 1; at > Math.max(start, end - REACH); at--) {
    if (text.charAt(at) === last) depth++;
    else if (text.charAt(at) === open && --depth === 0) return true;
  }
  return false;
}

/** Whether the text ends with initials and their full stop, such as `U.S.` */
export function endsInitials(text: string): boolean {
  return /(?<![\p{L}\p{N}])\p{L}\p{M}*(?:\.\p{L}\p{M}*)+\.$/u.test(text);
}

function firstOf(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function lastOf(text: string, end: number): string {
  const code = text.codePointAt(end - 2);
  return code !== undefined && code > 0xffff ? String.fromCodePoint(code) : text.charAt(end - 1);
}
