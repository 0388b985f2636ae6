import type { Span } from '#core/model/span.ts';
import { snapToGraphemes } from '#core/text/segment.ts';

/** The words of a span on one line; parts of a discontinuous span are joined by ` … `. */
export function quoteOf(text: string, span: Span, limit = 200): string {
  const parts = span.ranges.map(({ start, end }) => {
    const stop = Math.min(end, start + 2 * limit);
    return text.slice(start, stop).replace(/\s+/gu, ' ');
  });
  return shorten(parts.join(' … '), limit);
}

/** Cuts to about `limit` UTF-16 units, never inside a character, and marks the cut by `…`. */
export function shorten(words: string, limit: number): string {
  if (words.length <= limit) return words;
  const { start } = snapToGraphemes(words, { start: limit, end: limit + 1 });
  return `${words.slice(0, start).trimEnd()}…`;
}
