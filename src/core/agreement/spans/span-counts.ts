import type { Counts } from '../counts.ts';
import type { SpanPairing } from '../matching/span-pairing.ts';

/** How spans are matched, and whether labels must be equal. */
export type SpanRule = 'exact' | 'exact-unlabelled' | 'overlap' | 'overlap-unlabelled' | 'partial';

export const SPAN_RULES: readonly SpanRule[] = [
  'exact',
  'exact-unlabelled',
  'overlap',
  'overlap-unlabelled',
  'partial',
];

/** Counts, and of how many pairs they consist: pairs of equal ranges, and others. */
export interface SpanCounts extends Counts {
  readonly correct: number;
  readonly partial: number;
}

/**
 * Counts matches of two annotators' spans in one document.
 * - `exact`: the same ranges and label (Tjong Kim Sang & De Meulder 2003, CoNLL-2003).
 * - `overlap`: a character and the label in common, as many one-to-one pairs as possible (lenient matching,
 *   Tsai et al. 2006).
 * - `…-unlabelled`: the same, whatever the labels.
 * - `partial`: equal ranges count 1, other overlaps 1/2, labels do not matter; the pairs of the largest total
 *   (Chinchor & Sundheim 1993, MUC-5; Segura-Bedmar et al. 2013, SemEval-2013 task 9).
 */
export function spanCounts(pairing: SpanPairing, rule: SpanRule): SpanCounts {
  const { first, second } = pairing;
  const sizes = { first: first.length, second: second.length };
  const pairs = pairsBy(pairing, rule);
  let correct = 0;
  for (const pair of pairs) if (pairing.isSamePlace(pair)) correct++;
  const partial = pairs.length - correct;
  const matches = rule === 'partial' ? correct + partial / 2 : pairs.length;
  return { ...sizes, matches, correct, partial };
}

/** The pairs that a rule counts, so that the places behind a figure can be shown. */
export function pairsBy(pairing: SpanPairing, rule: SpanRule) {
  switch (rule) {
    case 'exact':
      return pairing.exact().filter((pair) => pairing.isSameLabel(pair));
    case 'exact-unlabelled':
      return pairing.exact();
    case 'overlap':
      return pairing.mostOverlapping(true);
    case 'overlap-unlabelled':
      return pairing.mostOverlapping(false);
    case 'partial': {
      // Halves would not tell one exact pair from two partial ones of equal credit: exact ones come first.
      const ties = Math.min(pairing.first.length, pairing.second.length) + 1;
      return pairing.heaviest((pair) => (pairing.isSamePlace(pair) ? 2 * ties + 1 : ties));
    }
  }
}
