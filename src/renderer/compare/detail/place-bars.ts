import type { AnnotatorId } from '#core/model/ids.ts';
import type { Range } from '#core/model/range.ts';
import type { ExcerptItem } from '#core/review/reviewed-document.ts';

/** What one annotator made of something that not all see alike, drawn as a bar below the words. */
export interface Bar {
  readonly annotator: AnnotatorId;
  /** The row it lies in, counted from the words downwards. */
  readonly row: number;
  /** How many rows there are where it lies. */
  readonly rows: number;
  readonly ranges: readonly Range[];
  /** The type; `null` where the annotator marked nothing, and others did. */
  readonly type: string | null;
  readonly isChosen: boolean;
  /** From its first to its last character. */
  readonly start: number;
  readonly end: number;
}

/**
 * Puts bars that lie over each other into rows below one another: those of the first person on top, and so on.
 * Bars that have nothing to do with each other begin with the first row again. Where the chosen thing was not
 * marked by someone who marked nothing that differs there either, that is a bar too.
 * @param shared everyone's bars begin with the first row: for columns side by side.
 */
export function placeBars(
  items: readonly ExcerptItem[],
  annotators: readonly AnnotatorId[],
  shared: boolean,
): readonly Bar[] {
  const all = annotators.flatMap((annotator) =>
    barsOf(items, annotator).map((bar) => ({ ...bar, annotator })),
  );
  return clustersOf(all).flatMap((cluster) => {
    const placed: Omit<Bar, 'rows'>[] = [];
    let rows = 0;
    for (const annotator of annotators) {
      const own = cluster.filter((bar) => bar.annotator === annotator);
      const first = shared ? 0 : rows;
      const ends: number[] = [];
      for (const bar of own) {
        const free = ends.findIndex((end) => end <= bar.start);
        const row = free < 0 ? ends.length : free;
        ends[row] = bar.end;
        placed.push({ ...bar, row: first + row });
      }
      rows = Math.max(rows, first + ends.length);
    }
    return placed.map((bar) => ({ ...bar, rows }));
  });
}

/** Bars that lie over each other, or over others that do. */
function clustersOf<Each extends Range>(bars: readonly Each[]): readonly (readonly Each[])[] {
  const sorted = [...bars].sort((a, b) => a.start - b.start || b.end - a.end);
  const clusters: Each[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const bar of sorted) {
    const last = clusters.at(-1);
    if (last && bar.start < end) last.push(bar);
    else clusters.push([bar]);
    end = Math.max(end, bar.end);
  }
  return clusters;
}

type OwnBar = Omit<Bar, 'annotator' | 'row' | 'rows'>;

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
