import type { Ranges } from '#core/model/range.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import { quoteLine } from '#core/text/quote.ts';

/** One line of the list of annotations. */
export interface ListRow {
  readonly kind: 'span' | 'relation';
  readonly id: string;
  readonly type: string;
  /** Words of the span, or of both ends of the relation. */
  readonly words: string;
  readonly hasNote: boolean;
}

interface Filter {
  readonly kind: 'spans' | 'relations';
  readonly words: string;
  readonly type: string | null;
}

/** Characters of a span's words that are shown and searched. */
const LENGTH = 120;

/**
 * The annotations that the filter lets through. Spans stand in text order, relations in the order
 * of where they start.
 */
export function listRows(text: string, index: SetIndex, filter: Filter): readonly ListRow[] {
  const needle = filter.words.trim().toLowerCase();
  const fits = (row: ListRow) =>
    needle === '' ||
    row.words.toLowerCase().includes(needle) ||
    row.type.toLowerCase().includes(needle);
  const words = (ranges: Ranges) => wordsOf(text, ranges);
  const rows: ListRow[] = [];
  if (filter.kind === 'spans') {
    for (const span of index.spans()) {
      if (filter.type !== null && span.type !== filter.type) continue;
      const { id, type, note } = span;
      const row: ListRow = {
        kind: 'span',
        id,
        type,
        words: words(span.ranges),
        hasNote: note !== '',
      };
      if (fits(row)) rows.push(row);
    }
    return rows;
  }
  const starts = new Map<string, number>();
  for (const relation of index.relations()) {
    if (filter.type !== null && relation.type !== filter.type) continue;
    const from = index.span(relation.from);
    const to = index.span(relation.to);
    const row: ListRow = {
      kind: 'relation',
      id: relation.id,
      type: relation.type,
      words: `${from ? words(from.ranges) : '?'} → ${to ? words(to.ranges) : '?'}`,
      hasNote: relation.note !== '',
    };
    if (!fits(row)) continue;
    rows.push(row);
    starts.set(row.id, from?.ranges[0].start ?? Number.MAX_SAFE_INTEGER);
  }
  return rows.sort((a, b) => (starts.get(a.id) ?? 0) - (starts.get(b.id) ?? 0));
}

function wordsOf(text: string, ranges: Ranges): string {
  // A span over a whole chapter must not cost the list a whole chapter.
  const short = ranges.map(({ start, end }) => ({
    start,
    end: Math.min(end, wholeBefore(text, start + LENGTH)),
  }));
  const isCut = short.some((range, i) => range.end < (ranges[i]?.end ?? 0));
  const [first = ranges[0], ...rest] = short;
  const line = quoteLine(text, [first, ...rest]);
  if (line.length <= LENGTH) return isCut ? `${line}…` : line;
  return `${line.slice(0, wholeBefore(line, LENGTH))}…`;
}

/** The place at or before `at` that lies between two characters, not inside a surrogate pair. */
function wholeBefore(text: string, at: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
