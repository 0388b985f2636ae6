import type { Annotator } from '../model/annotator.ts';
import type { AnnotatorId } from '../model/ids.ts';

/** Who the people of another project are here. */
export interface MatchedPeople {
  /** What each id there is here. */
  readonly ids: ReadonlyMap<AnnotatorId, AnnotatorId>;
  /** People who are not here yet. */
  readonly added: readonly Annotator[];
  /** People of one name who stay two, because their ids differ and nobody joined them. */
  readonly sameNames: readonly { readonly theirs: Annotator; readonly ours: Annotator }[];
}

/**
 * Finds out who is who: by id, never by name.
 * @param join ids there, and whom here they are by a person's choice.
 */
export function matchPeople(
  ours: readonly Annotator[],
  theirs: readonly Annotator[],
  join: ReadonlyMap<AnnotatorId, AnnotatorId>,
): MatchedPeople {
  const known = new Set(ours.map(({ id }) => id));
  const ids = new Map(theirs.map(({ id }) => [id, join.get(id) ?? id]));
  const added = theirs.filter(({ id }) => !known.has(id) && !join.has(id));
  const sameNames = added.flatMap((one) => {
    const name = one.name.normalize('NFC').toLowerCase();
    const namesakes = ours.filter((other) => other.name.normalize('NFC').toLowerCase() === name);
    return namesakes.map((other) => ({ theirs: one, ours: other }));
  });
  return { ids, added, sameNames };
}
