import type { Annotator } from '../model/annotator.ts';
import type { AnnotatorId } from '../model/ids.ts';

/** Display names by which annotators can be told apart: two of one name have their ids in them. */
export function distinctNames(annotators: readonly Annotator[]): ReadonlyMap<AnnotatorId, string> {
  const counts = new Map<string, number>();
  for (const { name } of annotators) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    annotators.map(({ id, name }) => [id, (counts.get(name) ?? 0) > 1 ? `${name} (${id})` : name]),
  );
}
