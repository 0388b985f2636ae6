import { seededRandom } from '#core/agreement/bootstrap/seeded-random.ts';
import type { GammaWeights } from '#core/agreement/gamma/dissimilarity.ts';
import { disorderOf, gammaFrom } from '#core/agreement/gamma/gamma.ts';
import { shuffle } from '#core/agreement/gamma/sampler.ts';
import { type Case, spanInput } from './cases.ts';
import { unitsOf } from './unitizing-measures.ts';

function weightsOf({ params }: Case): GammaWeights {
  const number = (name: string) => Number(params?.[name] ?? 1);
  return { alpha: number('alpha'), beta: number('beta'), deltaEmpty: number('delta_empty') };
}

/** Gamma and what it is made of. */
export const GAMMA: Readonly<Record<string, (given: Case) => unknown>> = {
  gamma_observed_disorder: (given) => {
    const { annotators } = spanInput.parse(given.input);
    const { disorder, alignment } = disorderOf(unitsOf(annotators), weightsOf(given));
    return {
      observed_disorder: disorder,
      unitary_alignments: alignment.alignments.length,
      best_alignment_unique: alignment.isUnique,
    };
  },
  gamma_replayed_samples: (given) => {
    const { annotators, samples = [] } = spanInput.parse(given.input);
    const weights = weightsOf(given);
    const observed = disorderOf(unitsOf(annotators), weights);
    const found = gammaFrom(
      observed,
      samples.map((sample) => disorderOf(unitsOf(sample), weights)),
    );
    return {
      observed_disorder: found.observed,
      expected_disorder: found.expected,
      gamma: found.gamma,
      cat_observed: found.observedCategory,
      cat_expected: found.expectedCategory,
      gamma_cat: found.gammaCat,
    };
  },
  gamma_stochastic: (given) => {
    const { annotators } = spanInput.parse(given.input);
    const weights = weightsOf(given);
    const units = unitsOf(annotators);
    const random = seededRandom(20_150_901);
    const samples = Array.from({ length: 600 }, () => disorderOf(shuffle(units, random), weights));
    return { gamma: gammaFrom(disorderOf(units, weights), samples).gamma };
  },
};
