import type { ExcerptItem, ExcerptPart } from '#core/review/reviewed-document.ts';
import type { Bar } from './place-bars.ts';

/** A bar, as far as it runs below one piece of the text. */
export interface BarPiece {
  readonly bar: Bar;
  /** Between two ranges of a span, where it covers nothing. */
  readonly isGap: boolean;
  /** The edges of its ranges. */
  readonly starts: boolean;
  readonly ends: boolean;
  /** Whether its name stands here: at its first piece. */
  readonly isFirst: boolean;
  /** How many characters there are until the next name in the same row. */
  readonly room: number;
}

/** A stretch of the text under the same marks from end to end. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  /** Types that all agree on here; empty for none. */
  readonly agreed: readonly string[];
  /** It belongs to what is looked at. */
  readonly isChosen: boolean;
  readonly bars: readonly BarPiece[];
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Cuts a part of the text at the edges of its marks, and below bars at every word: a bar cannot be broken. */
export function cutPieces(
  part: ExcerptPart,
  items: readonly ExcerptItem[],
  bars: readonly Bar[],
): readonly Piece[] {
  const agreed = items.filter(({ kinds }) => kinds.length === 0);
  const chosen = items.filter(({ isChosen }) => isChosen);
  const marks = [...agreed, ...chosen].flatMap(({ takes }) =>
    takes.flatMap(({ ranges }) => ranges),
  );
  const edges = new Set([part.start, part.end]);
  const mark = (at: number) => at > part.start && at < part.end && edges.add(at);
  for (const { start, end } of [...marks, ...bars, ...bars.flatMap(({ ranges }) => ranges)]) {
    mark(start);
    mark(end);
  }
  for (const { start, end } of bars) for (const at of wordStarts(part, start, end)) mark(at);
  const cuts = [...edges].sort((a, b) => a - b);
  const named = new Set<Bar>();
  return cuts.slice(0, -1).map((start, i): Piece => {
    const end = cuts[i + 1] ?? part.end;
    const covers = (range: { start: number; end: number }) =>
      range.start <= start && range.end >= end;
    const here = bars.filter(covers);
    const isMarked = ({ takes }: ExcerptItem) => takes.some(({ ranges }) => ranges.some(covers));
    return {
      start,
      text: part.text.slice(start - part.start, end - part.start),
      agreed: [...new Set(agreed.filter(isMarked).flatMap(({ takes }) => takes[0]?.type ?? []))],
      isChosen: chosen.some(isMarked),
      bars: here.map((bar) => {
        const isFirst = !named.has(bar);
        named.add(bar);
        return {
          ...{ bar, isFirst, room: isFirst ? roomOf(bar, bars, start, part.end) : 0 },
          isGap: !bar.ranges.some(covers),
          starts: bar.ranges.some((range) => range.start === start),
          ends: bar.ranges.some((range) => range.end === end),
        };
      }),
    };
  });
}

/** Places within a stretch where a word begins, or a line ends. */
function wordStarts(part: ExcerptPart, start: number, end: number): readonly number[] {
  const from = Math.max(part.start, start);
  const text = part.text.slice(from - part.start, Math.min(part.end, end) - part.start);
  const places: number[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    // Blanks stay with the word before them, so that lines break after them.
    if (segment.includes('\n')) places.push(from + index, from + index + segment.length);
    else if (segment.trim() !== '') places.push(from + index);
  }
  return places;
}

function roomOf({ row }: Bar, bars: readonly Bar[], from: number, end: number): number {
  const starts = bars
    .filter((bar) => bar.row === row && bar.start > from)
    .map(({ start }) => start);
  // At the end of the excerpt there is as much as a name needs.
  return Math.min(end + 40, ...starts) - from;
}
