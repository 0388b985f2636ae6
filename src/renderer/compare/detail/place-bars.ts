import type { AnnotatorId } from '#core/model/ids.ts';
import type { Range } from '#core/model/range.ts';
import type { ExcerptItem } from '#core/review/reviewed-document.ts';

/** What one annotator made of something that not all see alike, drawn as a bar below the words. */
export interface Bar {
  readonly annotator: AnnotatorId;
  /** The row it lies in, counted from the words downwards. */
  readonly row: number;
  readonly ranges: readonly Range[];
  /** The type; `null` where the annotator marked nothing, and others did. */
  readonly type: string | null;
  readonly isChosen: boolean;
  /** From its first to its last character. */
  readonly start: number;
  readonly end: number;
}

export interface PlacedBars {
  readonly bars: readonly Bar[];
  /** How many rows there are. */
  readonly rows: number;
}

/**
 * Gives each annotator rows of their own, as many as their bars need that lie over each other; at least one.
 * Where the chosen thing was not marked by someone who marked nothing that differs there either, that is a bar too.
 * @param shared the rows of all annotators are the same ones: for columns side by side.
 */
export function placeBars(
  items: readonly ExcerptItem[],
  annotators: readonly AnnotatorId[],
  shared: boolean,
): PlacedBars {
  const bars: Bar[] = [];
  let rows = 0;
  for (const annotator of annotators) {
    const own = barsOf(items, annotator);
    const first = shared ? 0 : rows;
    const ends: number[] = [];
    for (const bar of own) {
      const free = ends.findIndex((end) => end <= bar.start);
      const row = free < 0 ? ends.length : free;
      ends[row] = bar.end;
      bars.push({ ...bar, annotator, row: first + row });
    }
    const depth = Math.max(1, ends.length);
    rows = shared ? Math.max(rows, depth) : rows + depth;
  }
  return { bars, rows };
}

type OwnBar = Omit<Bar, 'annotator' | 'row'>;

function barsOf(items: readonly ExcerptItem[], annotator: AnnotatorId): readonly OwnBar[] {
  const bars: OwnBar[] = [];
  const missed: OwnBar[] = [];
  for (const { kinds, takes, isChosen } of items) {
    if (kinds.length === 0) continue;
    const take = takes.find((each) => each.annotator === annotator);
    const { ranges, type } = take ?? { ranges: takes.flatMap((each) => each.ranges), type: null };
    const start = Math.min(...ranges.map((range) => range.start));
    const end = Math.max(...ranges.map((range) => range.end));
    if (take) bars.push({ ranges, type, isChosen, start, end });
    else if (isChosen) missed.push({ ranges: [{ start, end }], type, isChosen, start, end });
  }
  const bare = missed.filter(
    ({ start, end }) => !bars.some((bar) => bar.start < end && bar.end > start),
  );
  return [...bars, ...bare].sort((a, b) => a.start - b.start || b.end - a.end);
}
