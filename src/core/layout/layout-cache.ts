import type { Span } from '../model/span.ts';
import { layOutSpans, type SpanLayout } from './span-layout.ts';

interface Entry {
  readonly to: number;
  readonly spans: readonly Span[];
  readonly layout: readonly SpanLayout[];
}

/** More than any window shows at once; the oldest go first. */
const LIMIT = 400;

/**
 * Remembers the layout of the paragraphs that were looked at. A paragraph is laid out again only when
 * its spans are others than before: records never change in place, so that comparing them is exact,
 * and an edit costs the one paragraph it touches.
 */
export class LayoutCache {
  readonly #entries = new Map<number, Entry>();

  /** @param spans those that share a character with [from, to), in text order. */
  get(from: number, to: number, spans: readonly Span[]): readonly SpanLayout[] {
    const known = this.#entries.get(from);
    if (known && known.to === to && isSameList(known.spans, spans)) return known.layout;

    const layout = layOutSpans(spans, from, to);
    this.#entries.delete(from);
    this.#entries.set(from, { to, spans, layout });
    if (this.#entries.size > LIMIT) {
      const oldest = this.#entries.keys().next();
      if (!oldest.done) this.#entries.delete(oldest.value);
    }
    return layout;
  }

  clear(): void {
    this.#entries.clear();
  }
}

function isSameList(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, i) => span === b[i]);
}
