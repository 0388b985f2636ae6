import type { Range } from '../model/range.ts';
import { endsInitials, isLoose, trimBlanks, trimLoose } from './edges.ts';
import {
  isGraphemeBoundary,
  nextGrapheme,
  previousGrapheme,
  snapToGraphemes,
} from './graphemes.ts';
import {
  pieceThatIsCut,
  wordEndingAfter,
  wordEndingBefore,
  wordStartingAfter,
  wordStartingBefore,
} from './words.ts';

export {
  isGraphemeBoundary,
  nextGrapheme,
  previousGrapheme,
  snapToGraphemes,
} from './graphemes.ts';

/**
 * Snaps a selection to whole words: words that it cuts are taken whole, then blanks and punctuation at
 * the edges go. Where only punctuation is selected, it stays. Looks only at the text near the edges, so
 * that the time does not depend on the length of text or selection. UTF-16 code units.
 * @param range where it is empty, the word at that place is meant.
 * @returns `undefined` where nothing but blanks is selected.
 */
export function snapToWords(text: string, range: Range): Range | undefined {
  const start = Math.max(0, Math.min(range.start, text.length));
  const end = Math.max(start, Math.min(range.end, text.length));
  if (start === end) return wordAt(text, start);

  const widened = {
    start: pieceThatIsCut(text, start)?.start ?? start,
    end: withFullStop(text, pieceThatIsCut(text, end)?.end ?? end),
  };
  const bare = trimBlanks(text, { start, end });
  if (bare.start === bare.end) return undefined;
  const isMarksOnly = end - start <= 100 && isLoose(text.slice(start, end));
  const trimmed = trimLoose(text, isMarksOnly ? bare : widened);
  return snapToGraphemes(text, trimmed.start < trimmed.end && !isMarksOnly ? trimmed : bare);
}

/** Takes the full stop of initials along: with `U.S` goes `U.S.` */
function withFullStop(text: string, end: number): number {
  const withNext = text.slice(Math.max(0, end - 12), end + 1);
  return text.charAt(end) === '.' && endsInitials(withNext) ? end + 1 : end;
}

/** The word that covers the offset or touches it; the one on the right first. */
export function wordAt(text: string, offset: number): Range | undefined {
  const right = wordEndingAfter(text, offset);
  if (right && right.start <= offset) return snapToGraphemes(text, right);
  const left = wordStartingBefore(text, offset);
  return left && left.end >= offset ? snapToGraphemes(text, left) : undefined;
}

/**
 * Where an edge of a span goes when it is moved by one step: to the next or previous character, or so
 * that one word more or less is covered. At the end of the text it stays.
 */
export function moveEdge(
  text: string,
  offset: number,
  edge: 'start' | 'end',
  direction: 'left' | 'right',
  unit: 'character' | 'word',
): number {
  if (unit === 'character') {
    return direction === 'left' ? previousGrapheme(text, offset) : nextGrapheme(text, offset);
  }
  const to =
    edge === 'start'
      ? (direction === 'left' ? wordStartingBefore : wordStartingAfter)(text, offset)?.start
      : (direction === 'left' ? wordEndingBefore : wordEndingAfter)(text, offset)?.end;
  if (to === undefined || isGraphemeBoundary(text, to)) return to ?? offset;
  return direction === 'left' ? previousGrapheme(text, to) : nextGrapheme(text, to);
}
