import type { Range } from '../model/range.ts';

/** A span as the measures see it: where, and of which type. Ranges in UTF-16 code units, sorted, not empty. */
export interface AgreementSpan {
  readonly ranges: readonly Range[];
  readonly label: string;
}

/** Where the span begins; spans have one range at least. */
export const startOf = (span: AgreementSpan): number => span.ranges[0]?.start ?? 0;

/** Where the span ends. */
export const endOf = (span: AgreementSpan): number => span.ranges.at(-1)?.end ?? 0;

/** Order by place; 0 where both cover exactly the same ranges. */
export function comparePlaces(a: AgreementSpan, b: AgreementSpan): number {
  const shorter = Math.min(a.ranges.length, b.ranges.length);
  for (let i = 0; i < shorter; i++) {
    const [left, right] = [a.ranges[i], b.ranges[i]];
    if (!left || !right) break;
    if (left.start !== right.start) return left.start - right.start;
    if (left.end !== right.end) return left.end - right.end;
  }
  return a.ranges.length - b.ranges.length;
}

/** Order by place, then by label; 0 only for what counts as the same span. */
export function compareSpans(a: AgreementSpan, b: AgreementSpan): number {
  return comparePlaces(a, b) || (a.label === b.label ? 0 : a.label < b.label ? -1 : 1);
}

/**
 * One annotator's spans in order, each place and label once: marking the same twice is a slip of the hand,
 * not a second opinion. `duplicates` says how many were left out.
 */
export function distinctSpans<S extends AgreementSpan>(
  spans: readonly S[],
): { readonly spans: readonly S[]; readonly duplicates: number } {
  const sorted = [...spans].sort(compareSpans);
  const distinct: S[] = [];
  for (const span of sorted) {
    const last = distinct.at(-1);
    if (!last || compareSpans(last, span) !== 0) distinct.push(span);
  }
  return { spans: distinct, duplicates: sorted.length - distinct.length };
}

/** Number of UTF-16 code units that both cover. */
export function sharedLength(a: AgreementSpan, b: AgreementSpan): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  for (;;) {
    const [left, right] = [a.ranges[i], b.ranges[j]];
    if (!left || !right) return shared;
    shared += Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start));
    if (left.end <= right.end) i++;
    else j++;
  }
}
