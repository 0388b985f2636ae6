import { offsetOf } from '../fixtures/keyboard.ts';
import { nameOf, type Scenario } from './scenario.ts';

/** A span as files have it: offsets count Unicode code points. */
export interface FileSpan {
  readonly id: string;
  readonly kind: string;
  readonly type: string;
  readonly ranges: readonly (readonly [number, number])[];
  readonly quote: readonly string[];
  readonly note?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** What a scenario must have left in a file, counted here by means of our own. */
export function expectedSpans(text: string, { mentions }: Scenario): readonly string[] {
  const range = (words: string, nth?: number) => {
    const start = [...text.slice(0, offsetOf(text, words, nth))].length;
    return `${start}-${start + [...words].length} ${words}`;
  };
  return mentions
    .map(({ type, words, nth, and }) => {
      const ranges = [range(words, nth), ...(and ? [range(and.words, and.nth)] : [])];
      return `${type} ${ranges.join(' + ')}`;
    })
    .sort();
}

/** The same of a file. */
export function foundSpans(spans: readonly FileSpan[]): readonly string[] {
  return spans
    .map(({ type, ranges, quote }) => {
      const parts = ranges.map(([start, end], i) => `${start}-${end} ${quote[i]}`);
      return `${type} ${parts.join(' + ')}`;
    })
    .sort();
}

/** Relations as `type: words → words`. */
export function expectedRelations({ mentions, links }: Scenario): readonly string[] {
  const words = (at: number) => {
    const mention = mentions[at];
    return mention ? nameOf(mention).replace(/^\w+: /u, '') : '?';
  };
  return links.map(({ type, from, to }) => `${type}: ${words(from)} → ${words(to)}`).sort();
}

/** The same of a file. */
export function foundRelations(
  spans: readonly FileSpan[],
  relations: readonly { type: string; from: string; to: string }[],
): readonly string[] {
  const words = new Map(spans.map(({ id, quote }) => [id, quote.join(' … ')]));
  return relations
    .map(({ type, from, to }) => `${type}: ${words.get(from)} → ${words.get(to)}`)
    .sort();
}
