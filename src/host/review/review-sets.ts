import type { AnnotatorId } from '#core/model/ids.ts';
import type { ComparedSet } from '#core/review/compared-set.ts';
import type { ProjectSession } from '../project/session.ts';

/** The sets in the order in which their annotators were chosen: the first one is the reference. */
export function inOrder(
  sets: readonly ComparedSet[],
  annotators: readonly AnnotatorId[],
): readonly ComparedSet[] {
  return annotators.flatMap((id) => sets.find(({ annotatorId }) => annotatorId === id) ?? []);
}

/** Relation types whose direction has no meaning. */
export function symmetricTypes({ schema }: ProjectSession): ReadonlySet<string> {
  const types = schema.relationTypes.filter(({ symmetric }) => symmetric);
  return new Set(types.map(({ name }) => name));
}
