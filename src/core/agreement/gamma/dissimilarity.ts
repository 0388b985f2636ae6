import type { Unit } from '../unitizing/unit.ts';

/** How much places, labels and missing counterparts weigh. */
export interface GammaWeights {
  /** Of the distance in the text. */
  readonly alpha: number;
  /** Of a difference of labels. */
  readonly beta: number;
  /** What a unit without counterpart costs, and what a different label costs. */
  readonly deltaEmpty: number;
}

/** Those of the paper. */
export const GAMMA_WEIGHTS: GammaWeights = { alpha: 1, beta: 1, deltaEmpty: 1 };

/** How far apart two units are, in relation to their lengths, squared. */
export function positional(a: Unit, b: Unit, { deltaEmpty }: GammaWeights): number {
  const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  const lengths = a.end - a.start + b.end - b.start;
  return apart === 0 ? 0 : (apart / lengths) ** 2 * deltaEmpty;
}

/** 0 for the same label, else the cost of a missing unit. */
export function categorial(a: Unit, b: Unit, { deltaEmpty }: GammaWeights): number {
  return a.label === b.label ? 0 : deltaEmpty;
}

/** Both together. @see Mathet, Widlöcher & Métivier (2015), Comput. Linguist. 41(3), 437-479, section 4. */
export function dissimilarity(a: Unit, b: Unit, weights: GammaWeights): number {
  return weights.alpha * positional(a, b, weights) + weights.beta * categorial(a, b, weights);
}
