import type { Range } from '../model/range.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How far a place to start from is looked for, in code units; no real character is that long. */
const LOOK = 1000;

/** Characters before which a new character always begins, whatever stands there (`RISKY` aside). */
const FRESH = /[\x20-\x7e\p{Lu}\p{Ll}\p{Script=Han}]/u;
/** What may hold on to the character after it. */
const RISKY = /[\p{Cf}\p{Cs}\u0d4e]/u;

/** Range of the user-perceived character that holds the code unit at `position`; whole text excluded. */
function characterAt(text: string, position: number): Range {
  const from = startBefore(text, position);
  const to = Math.min(text.length, position + LOOK);
  const found = segmenter.segment(text.slice(from, to)).containing(position - from);
  if (!found) return { start: position, end: position };
  const start = from + found.index;
  return { start, end: start + found.segment.length };
}

/** The nearest place at or before `position` where a character surely begins. */
function startBefore(text: string, position: number): number {
  const limit = Math.max(0, position - LOOK);
  for (let at = position; at > limit; at--) if (isBreak(text, at)) return at;
  return limit;
}

function isBreak(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (after === '\n') return before !== '\r';
  if (before === '\n' || before === '\r' || after === '\r') return true;
  return FRESH.test(after) && !RISKY.test(before);
}

/** Whether a user-perceived character begins or ends at the UTF-16 offset. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  return characterAt(text, offset).start === offset;
}

/** The nearest boundary between characters after the offset; the end of the text where there is none. */
export function nextGrapheme(text: string, offset: number): number {
  return offset >= text.length ? text.length : characterAt(text, Math.max(0, offset)).end;
}

/** The nearest boundary between characters before the offset; 0 where there is none. */
export function previousGrapheme(text: string, offset: number): number {
  return offset <= 0 ? 0 : characterAt(text, Math.min(offset, text.length) - 1).start;
}

/** Widens a range so that it cuts no user-perceived character. Looks only at the text near its edges. */
export function snapToGraphemes(text: string, { start, end }: Range): Range {
  return {
    start: isGraphemeBoundary(text, start) ? start : previousGrapheme(text, start),
    end: isGraphemeBoundary(text, end) ? end : nextGrapheme(text, end),
  };
}

/** The first characters of a text, at most `count`, whole; `…` at the end tells that there were more. */
export function shorten(text: string, count: number): string {
  let at = 0;
  for (let i = 0; i < count; i++) at = nextGrapheme(text, at);
  return at < text.length ? `${text.slice(0, at)}…` : text;
}
