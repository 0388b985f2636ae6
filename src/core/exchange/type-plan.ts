import { at } from './at.ts';
import type { AttributePlan } from './attribute-plan.ts';
import { cleanName } from './clean-name.ts';
import type { NameMapping } from './import-mapping.ts';

/** What becomes of an incoming type. */
export interface TypePlan {
  readonly name: string;
  /** By incoming name; `null`: left out. */
  readonly attributes: ReadonlyMap<string, AttributePlan | null>;
}

/** What a name becomes; one without an entry keeps its name. */
export function targetOf(mapping: NameMapping, name: string): string | null {
  const chosen = at(mapping, name);
  if (chosen === null) return null;
  return cleanName(chosen ?? name);
}
