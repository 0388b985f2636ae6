import type { AnnotatorId, SpanId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';
import type { SpanItem } from './align-spans.ts';
import type { ComparedSet, Item } from './compared-set.ts';

/** A relation of one annotator, with the items that its ends belong to. */
export interface PlacedRelation {
  readonly relation: Relation;
  readonly from: SpanItem;
  readonly to: SpanItem;
}

export type RelationItem = Item<PlacedRelation>;

/**
 * Brings together the relations with which several annotators mean the same. In this order: the same ends and
 * type; the same ends; the same ends the other way round; the same type and one end in common.
 * Relations whose spans are missing are left out: the checks name them.
 * @param spans items of the same sets (`alignSpans`).
 * @param symmetric types whose direction has no meaning.
 */
export function alignRelations(
  sets: readonly ComparedSet[],
  spans: readonly SpanItem[],
  symmetric: ReadonlySet<string>,
): readonly RelationItem[] {
  const places = new Map(spans.map((item, i) => [item, i]));
  const keys = keysBy((item) => String(places.get(item) ?? -1), symmetric);
  const items: OpenItem[] = [];
  for (const { annotatorId, relations } of sets) {
    let left = place(annotatorId, relations, spans);
    for (const keysOf of keys) left = join(items, annotatorId, left, keysOf);
    for (const relation of left) items.push({ members: new Map([[annotatorId, relation]]) });
  }
  const placeOf = ({ members }: RelationItem) => {
    const [first] = members.values();
    return first ? (places.get(first.from) ?? 0) : 0;
  };
  return items.sort((a, b) => placeOf(a) - placeOf(b));
}

interface OpenItem {
  readonly members: Map<AnnotatorId, PlacedRelation>;
}

/** What a relation may be found by; one key in common is enough. */
type KeysOf = (placed: PlacedRelation) => readonly string[];

function keysBy(
  end: (item: SpanItem) => string,
  symmetric: ReadonlySet<string>,
): readonly KeysOf[] {
  const isTurnable = ({ relation }: PlacedRelation) => symmetric.has(relation.type);
  return [
    (placed) => {
      const ends = [end(placed.from), end(placed.to)];
      if (isTurnable(placed)) ends.sort();
      return [`${ends.join(' ')} ${placed.relation.type}`];
    },
    ({ from, to }) => [`${end(from)} ${end(to)}`],
    ({ from, to }) => [[end(from), end(to)].sort().join(' ')],
    (placed) => {
      const { from, to, relation } = placed;
      const sides = isTurnable(placed) ? ['', ''] : ['from', 'to'];
      return [
        `${sides[0]} ${end(from)} ${relation.type}`,
        `${sides[1]} ${end(to)} ${relation.type}`,
      ];
    },
  ];
}

function place(
  annotatorId: AnnotatorId,
  relations: readonly Relation[],
  spans: readonly SpanItem[],
): readonly PlacedRelation[] {
  const items = new Map<SpanId, SpanItem>();
  for (const item of spans) {
    const own = item.members.get(annotatorId);
    if (own) items.set(own.id, item);
  }
  return relations.flatMap((relation) => {
    const from = items.get(relation.from);
    const to = items.get(relation.to);
    return from && to ? [{ relation, from, to }] : [];
  });
}

function join(
  items: readonly OpenItem[],
  annotatorId: AnnotatorId,
  relations: readonly PlacedRelation[],
  keysOf: KeysOf,
): readonly PlacedRelation[] {
  const waiting = new Map<string, OpenItem[]>();
  for (const item of items) {
    if (item.members.has(annotatorId)) continue;
    for (const key of new Set([...item.members.values()].flatMap(keysOf))) {
      const group = waiting.get(key);
      if (group) group.push(item);
      else waiting.set(key, [item]);
    }
  }
  return relations.filter((relation) => {
    for (const key of keysOf(relation)) {
      const item = waiting.get(key)?.find(({ members }) => !members.has(annotatorId));
      if (!item) continue;
      item.members.set(annotatorId, relation);
      return false;
    }
    return true;
  });
}
