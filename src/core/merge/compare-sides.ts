import { isSame } from '../edit/same.ts';
import type { Records } from './merge-sets.ts';

/** How many records each side touched since both were the same. */
export interface TouchedRecords {
  /** Added, changed or deleted only here, only there. */
  readonly here: number;
  readonly there: number;
  /** Touched on both sides, to the same or to different effect. */
  readonly both: number;
}

/** Counts what each side did since the common state. */
export function compareSides(base: Records, ours: Records, theirs: Records): TouchedRecords {
  let [here, there, both] = [0, 0, 0];
  for (const id of new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])) {
    const isHere = !isSame(base.get(id), ours.get(id));
    const isThere = !isSame(base.get(id), theirs.get(id));
    if (isHere && isThere) both++;
    else if (isHere) here++;
    else if (isThere) there++;
  }
  return { here, there, both };
}
