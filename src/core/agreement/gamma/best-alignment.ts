import type { Units } from '../unitizing/unit.ts';
import { alignComponent } from './align-component.ts';
import { type Candidate, candidatesOf, type PlacedUnit, placeUnits } from './candidates.ts';
import { componentsOf } from './components.ts';
import type { GammaWeights } from './dissimilarity.ts';

/** Units of different annotators that stand for the same thing; alone where the others have nothing. */
export interface UnitaryAlignment {
  readonly members: readonly PlacedUnit[];
  readonly cost: number;
}

export interface Alignment {
  readonly alignments: readonly UnitaryAlignment[];
  /** Sum of the costs per mean number of units of an annotator; 0 where nobody marked anything. */
  readonly disorder: number;
  /** Whether no other alignment has as little disorder. */
  readonly isUnique: boolean;
  /** Whether it is proven that none has less. Only very dense texts are too hard. */
  readonly isProven: boolean;
}

/**
 * The alignment of all annotators' units that has the least disorder; of equal ones one with the fewest
 * unitary alignments.
 * @see Mathet, Widlöcher & Métivier (2015), Comput. Linguist. 41(3), 437-479, section 4.
 */
export function bestAlignment(annotators: readonly Units[], weights: GammaWeights): Alignment {
  const placed = placeUnits(annotators);
  const candidates = candidatesOf(placed, annotators.length, weights);
  const alignments: UnitaryAlignment[] = [];
  let cost = 0;
  let isUnique = true;
  let isProven = true;
  for (const component of componentsOf(placed.length, candidates)) {
    const aligned = alignComponent(component);
    cost += aligned.cost;
    isUnique &&= aligned.isUnique;
    isProven &&= aligned.isProven;
    for (const candidate of aligned.chosen) alignments.push(unitary(candidate, placed));
  }
  const perAnnotator = placed.length / annotators.length;
  const disorder = placed.length === 0 ? 0 : cost / perAnnotator;
  return { alignments, disorder, isUnique, isProven };
}

function unitary({ places, cost }: Candidate, placed: readonly PlacedUnit[]): UnitaryAlignment {
  return { members: places.flatMap((place) => placed[place] ?? []), cost };
}
