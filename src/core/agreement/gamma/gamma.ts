import type { Units } from '../unitizing/unit.ts';
import { type Alignment, bestAlignment } from './best-alignment.ts';
import { categoryDisorder } from './category-disorder.ts';
import type { GammaWeights } from './dissimilarity.ts';

/** Disorder of what was marked, or of a random text. */
export interface Disorder {
  readonly disorder: number;
  /** On labels alone; `null` where no units are aligned. */
  readonly category: number | null;
  readonly alignment: Alignment;
}

export interface Gamma {
  /** 1 − observed / expected; 1 is full agreement, below 0 is less than chance. `null`: not defined. */
  readonly gamma: number | null;
  /** The same of labels alone, on the best alignment. */
  readonly gammaCat: number | null;
  readonly observed: number;
  readonly expected: number | null;
  readonly observedCategory: number | null;
  readonly expectedCategory: number | null;
  readonly samples: number;
  /** Why `gamma` is `null`, in a sentence. */
  readonly why: string | null;
}

/** Aligns what the annotators marked as well as it can be, and says how much disorder is left. */
export function disorderOf(annotators: readonly Units[], weights: GammaWeights): Disorder {
  const alignment = bestAlignment(annotators, weights);
  return {
    disorder: alignment.disorder,
    category: categoryDisorder(alignment, weights),
    alignment,
  };
}

/**
 * Gamma from what was observed and what random texts gave.
 * @see Mathet, Widlöcher & Métivier (2015); gamma-cat: Mathet (2017).
 */
export function gammaFrom(
  observed: Pick<Disorder, 'disorder' | 'category'>,
  samples: readonly Pick<Disorder, 'disorder' | 'category'>[],
): Gamma {
  const expected = mean(samples.map(({ disorder }) => disorder));
  const categories = samples.map(({ category }) => category).filter((each) => each !== null);
  const expectedCategory = mean(categories);
  const beyond = (own: number | null, chance: number | null) =>
    own === null || chance === null || chance === 0 ? null : 1 - own / chance;
  const gamma = beyond(observed.disorder, expected);
  return {
    gamma,
    gammaCat: beyond(observed.category, expectedCategory),
    observed: observed.disorder,
    expected,
    observedCategory: observed.category,
    expectedCategory,
    samples: samples.length,
    why:
      gamma === null ? 'Random texts have no disorder either: there is too little marked.' : null,
  };
}

/**
 * How many random texts are needed for a precision, going by those there are.
 * @param precision relative to the expected disorder, such as 0.02, at 95 %.
 * @see Mathet, Widlöcher & Métivier (2015), section 5.3.
 */
export function samplesNeeded(disorders: readonly number[], precision: number): number {
  const expected = mean(disorders);
  if (expected === null || expected === 0 || disorders.length < 2) return disorders.length;
  const squares = disorders.reduce((sum, each) => sum + (each - expected) ** 2, 0);
  const variation = Math.sqrt(squares / (disorders.length - 1)) / expected;
  return Math.ceil(((variation * 1.96) / precision) ** 2);
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
