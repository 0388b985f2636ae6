import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Span } from '../../model/span.ts';
import { byPlace } from '../set-to-json.ts';

export interface SpanPlan {
  /** Spans that are elements around their words: in the order of their starts, each within or after the others. */
  readonly inline: readonly Span[];
  /** Spans of several ranges, and those that cross an inline one: they point to their words. */
  readonly apart: readonly Span[];
}

/** Tells which spans can stand around their words. Of two that cross, the one that starts first does. */
export function planSpans(records: readonly AnnotationRecord[], form: string): SpanPlan {
  const spans = records.filter((record) => record.kind === 'span').sort(byPlace);
  if (form === 'apart') return { inline: [], apart: spans };
  const inline: Span[] = [];
  const apart: Span[] = [];
  const open: number[] = [];
  for (const span of spans) {
    const [{ start, end }] = span.ranges;
    while (open.length > 0 && (open.at(-1) ?? 0) <= start) open.pop();
    const around = open.at(-1);
    if (
      span.ranges.length > 1 ||
      (around !== undefined && end > around) ||
      open.length >= MOST_AROUND
    ) {
      apart.push(span);
    } else {
      inline.push(span);
      open.push(end);
    }
  }
  return { inline, apart };
}

/** Deeper than this nobody nests elements: readers have limits. */
const MOST_AROUND = 50;
