import type { Range } from '../model/range.ts';
import { runsOf } from './directions.ts';
import type { FigureFont, FigureWord, TextMeasurer } from './figure.ts';
import { printable } from './printable.ts';
import type { WrappedLine } from './wrap-lines.ts';

/** A line whose words have their places from left to right; lengths in CSS pixels. */
export interface PlacedLine extends Range {
  readonly isRtl: boolean;
  readonly isAfterGap: boolean;
  readonly words: readonly FigureWord[];
}

/** Gives the words of a line their places, as they stand on paper. */
export function placeWords(
  text: string,
  line: WrappedLine,
  width: number,
  font: FigureFont,
  measurer: TextMeasurer,
): PlacedLine {
  const words: FigureWord[] = [];
  let left = 0;
  for (const run of runsOf(text, line, line.isRtl)) {
    const pieces = line.pieces
      .map(({ start, end }) => ({ start: Math.max(start, run.start), end: Math.min(end, run.end) }))
      .filter(({ start, end }) => end > start);
    for (const piece of run.isRtl ? pieces.reverse() : pieces) {
      const shown = printable(text.slice(piece.start, piece.end));
      const wide = measurer.width(shown, font);
      words.push({ ...piece, words: shown, left, width: wide, isRtl: run.isRtl });
      left += wide;
    }
  }
  const shift = line.isRtl ? width - left : 0;
  return {
    start: line.start,
    end: line.end,
    isRtl: line.isRtl,
    isAfterGap: line.isAfterGap,
    words: words.map((word) => ({ ...word, left: word.left + shift })),
  };
}

/** A stretch of a line, from left to right, in CSS pixels. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Narrower than this nothing is drawn: zero-width characters can be tagged too. */
const LEAST = 3;

/** Where a range of the line is drawn; several extents where directions are mixed, from left to right. */
export function extentsOf(
  { words }: PlacedLine,
  range: Range,
  font: FigureFont,
  measurer: TextMeasurer,
): readonly Extent[] {
  const extents: { left: number; right: number }[] = [];
  for (const word of words) {
    const start = Math.max(word.start, range.start);
    const end = Math.min(word.end, range.end);
    if (end <= start) continue;
    const upTo = (at: number) =>
      at === word.end ? word.width : measurer.width(word.words.slice(0, at - word.start), font);
    const [a, b] = [upTo(start), upTo(end)];
    const left = word.isRtl ? word.left + word.width - b : word.left + a;
    const right = word.isRtl ? word.left + word.width - a : word.left + b;
    const last = extents.at(-1);
    if (last && left - last.right < 0.5) last.right = Math.max(last.right, right);
    else extents.push({ left, right });
  }
  return extents.map(({ left, right }) => ({ left, right: Math.max(right, left + LEAST) }));
}
