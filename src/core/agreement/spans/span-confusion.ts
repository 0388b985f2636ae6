import { type ConfusionCounter, NONE } from '../confusion.ts';
import type { MatchRule, Pairs, SpanPairing } from '../matching/span-pairing.ts';

/**
 * Adds to the matrix which label each annotator gave to what the other marked, too.
 * `exact` pairs spans of equal ranges, `overlap` those that share the most characters; of equal choices the
 * one with more equal labels. What has no counterpart stands under `NONE`.
 */
export function countConfusion(
  pairing: SpanPairing,
  rule: MatchRule,
  counter: ConfusionCounter,
): void {
  const { first, second } = pairing;
  const pairedSecond = new Uint8Array(second.length);
  const pairedFirst = new Uint8Array(first.length);
  for (const pair of confusionPairs(pairing, rule)) {
    pairedFirst[pair.first] = 1;
    pairedSecond[pair.second] = 1;
    counter.add(first[pair.first]?.label ?? NONE, second[pair.second]?.label ?? NONE);
  }
  for (const [i, { label }] of first.entries()) if (pairedFirst[i] === 0) counter.add(label, NONE);
  for (const [j, { label }] of second.entries()) {
    if (pairedSecond[j] === 0) counter.add(NONE, label);
  }
}

/** The pairs that stand in the matrix. */
export function confusionPairs(pairing: SpanPairing, rule: MatchRule): Pairs {
  return rule === 'exact' ? pairing.exact() : pairing.closest();
}
