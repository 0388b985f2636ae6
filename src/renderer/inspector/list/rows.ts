import type { Ranges } from '#core/model/range.ts';
import type { Relation } from '#core/model/relation.ts';
import type { Span } from '#core/model/span.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import { quoteLine } from '#core/text/quote.ts';

/** What the list is narrowed to. */
export interface ListFilter {
  readonly kind: 'spans' | 'relations';
  readonly words: string;
  /** Name of a type; `null` for all. */
  readonly type: string | null;
}

/** Characters of a span's words that are shown and searched. */
const LENGTH = 120;

/**
 * The annotations that the filter lets through. Spans stand in text order, relations in the order
 * of where they start. Without words to look for, no text is read: large sets list at once.
 */
export function listRows(
  text: string,
  index: SetIndex,
  { kind, words, type }: ListFilter,
): readonly (Span | Relation)[] {
  const needle = words.trim().toLowerCase();
  const fits = (record: Span | Relation) =>
    (type === null || record.type === type) &&
    (needle === '' ||
      record.type.toLowerCase().includes(needle) ||
      wordsOf(text, index, record).toLowerCase().includes(needle));
  if (kind === 'spans') return filtered(index.spans(), fits);
  const startOf = ({ from }: Relation) =>
    index.span(from)?.ranges[0].start ?? Number.MAX_SAFE_INTEGER;
  return filtered(index.relations(), fits).sort((a, b) => startOf(a) - startOf(b));
}

/** Words of the span, or of both ends of the relation, in one line. */
export function wordsOf(text: string, index: SetIndex, record: Span | Relation): string {
  if (record.kind === 'span') return shortWords(text, record.ranges);
  const [from, to] = [record.from, record.to].map((id) => {
    const span = index.span(id);
    return span ? shortWords(text, span.ranges) : '?';
  });
  return `${from} → ${to}`;
}

function filtered<T>(records: Iterable<T>, fits: (record: T) => boolean): T[] {
  const rows: T[] = [];
  for (const record of records) if (fits(record)) rows.push(record);
  return rows;
}

function shortWords(text: string, ranges: Ranges): string {
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
