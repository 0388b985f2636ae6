import { normalizeRanges, type Range, type Ranges } from '../../model/range.ts';

/** Whatever some reader takes for the end of a line; standoff files are read line by line. */
const BREAKS = '\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029';
const ONLY_BREAKS = new RegExp(`^[${BREAKS}]+$`, 'u');
const NO_BREAKS = new RegExp(`[^${BREAKS}]+`, 'gu');
const EACH_BREAK = new RegExp(`\\r\\n|[${BREAKS}]`, 'gu');

/** The parts of the ranges that are not line breaks; none where there is nothing else. */
export function splitAtBreaks(text: string, ranges: readonly Range[]): readonly Range[] {
  return ranges.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(NO_BREAKS)].map(({ index, 0: words }) => ({
      start: start + index,
      end: start + index + words.length,
    })),
  );
}

/**
 * Ranges as they were before `splitAtBreaks`: those with nothing but line breaks between them are one.
 * @returns `undefined` where all are empty.
 */
export function joinAtBreaks(text: string, ranges: readonly Range[]): Ranges | undefined {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const closed = sorted.map((range, i) => {
    const next = sorted[i + 1];
    const isBroken = next && ONLY_BREAKS.test(text.slice(range.end, next.start));
    return isBroken ? { start: range.start, end: next.start } : range;
  });
  return normalizeRanges(closed);
}

/** Lines of a note. */
export function linesOfNote(note: string): readonly string[] {
  return note.split(EACH_BREAK);
}

/** A text in one line and without tabs: each of them becomes a blank. */
export function inOneLine(text: string): string {
  return text.replace(EACH_BREAK, ' ').replaceAll('\t', ' ');
}
