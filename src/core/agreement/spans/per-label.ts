import type { AgreementSpan } from '../agreement-span.ts';
import type { Counts } from '../counts.ts';
import { SpanPairing } from '../matching/span-pairing.ts';
import { type SpanRule, spanCounts } from './span-counts.ts';

/**
 * Counts of each label by itself: those of the spans that either annotator gave it.
 * Labels in the order of their names; those that neither used are not there.
 */
export function countsPerLabel(
  first: readonly AgreementSpan[],
  second: readonly AgreementSpan[],
  rule: SpanRule,
): ReadonlyMap<string, Counts> {
  const byLabel = new Map<string, [AgreementSpan[], AgreementSpan[]]>();
  for (const [side, spans] of [first, second].entries()) {
    for (const span of spans) {
      const sides = byLabel.get(span.label) ?? [[], []];
      byLabel.set(span.label, sides);
      sides[side === 0 ? 0 : 1].push(span);
    }
  }
  const labels = [...byLabel].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(labels.map(([label, [a, b]]) => [label, spanCounts(new SpanPairing(a, b), rule)]));
}
