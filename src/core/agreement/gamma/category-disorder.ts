import type { Alignment } from './best-alignment.ts';
import { categorial, type GammaWeights, positional } from './dissimilarity.ts';

/**
 * Disagreement on labels alone, on an alignment: the mean difference of aligned units, those that lie closer
 * together counting more. Units without a counterpart say nothing. `null` where no units are aligned.
 * @see Mathet (2017), Comput. Linguist. 43(3), 661-687.
 */
export function categoryDisorder({ alignments }: Alignment, weights: GammaWeights): number | null {
  let weighted = 0;
  let total = 0;
  for (const { members } of alignments) {
    for (const [i, a] of members.entries()) {
      for (const b of members.slice(i + 1)) {
        const closeness = Math.max(0, 1 - positional(a.unit, b.unit, weights));
        const weight = closeness / (members.length - 1);
        weighted += weight * categorial(a.unit, b.unit, weights);
        total += weight;
      }
    }
  }
  return total === 0 ? null : weighted / total;
}
