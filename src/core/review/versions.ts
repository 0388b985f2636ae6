import { isSame } from '../edit/same.ts';
import type { Attributes } from '../model/attribute.ts';
import type { AnnotatorId } from '../model/ids.ts';
import { placeKey } from './align-spans.ts';
import type { Compared } from './differences.ts';

/** One way to see a thing, and who sees it so. `null`: as nothing. */
export interface Version {
  readonly annotators: readonly AnnotatorId[];
  /** Id of the record by annotator; empty for those who marked nothing. */
  readonly records: ReadonlyMap<AnnotatorId, string>;
}

/**
 * The different ways in which annotators see one thing, the most common first; of equally common ones that of
 * the earlier annotator. Notes make no difference.
 * @param everyone all who were compared; those who marked nothing make a version of their own.
 */
export function versionsOf(
  compared: Compared,
  everyone: readonly AnnotatorId[],
): readonly Version[] {
  const groups: { readonly seen: unknown; readonly annotators: AnnotatorId[] }[] = [];
  for (const annotatorId of everyone) {
    const seen = seenBy(compared, annotatorId);
    const group = groups.find((other) => isSame(other.seen, seen));
    if (group) group.annotators.push(annotatorId);
    else groups.push({ seen, annotators: [annotatorId] });
  }
  return groups
    .sort((a, b) => b.annotators.length - a.annotators.length)
    .map(({ annotators }) => ({ annotators, records: recordsOf(compared, annotators) }));
}

/** All that counts of what an annotator made of it; ends of relations by their items, not by ids. */
function seenBy(compared: Compared, annotatorId: AnnotatorId): unknown {
  if (compared.about === 'span') {
    const span = compared.item.members.get(annotatorId);
    return span ? [placeKey(span), span.type, span.attributes] : null;
  }
  if (compared.about === 'label') return compared.item.members.get(annotatorId)?.value ?? null;
  const placed = compared.item.members.get(annotatorId);
  if (!placed) return null;
  const { relation, from, to } = placed;
  const attributes: Attributes = relation.attributes;
  return [relation.type, endKey(from.members), endKey(to.members), attributes];
}

/** Items are told apart by their first members: each record is in one item only. */
function endKey(members: ReadonlyMap<AnnotatorId, { readonly id: string }>): string {
  const [first] = members;
  return first ? `${first[0]} ${first[1].id}` : '';
}

function recordsOf(
  compared: Compared,
  annotators: readonly AnnotatorId[],
): ReadonlyMap<AnnotatorId, string> {
  const records = new Map<AnnotatorId, string>();
  for (const annotatorId of annotators) {
    const id =
      compared.about === 'relation'
        ? compared.item.members.get(annotatorId)?.relation.id
        : compared.item.members.get(annotatorId)?.id;
    if (id !== undefined) records.set(annotatorId, id);
  }
  return records;
}
