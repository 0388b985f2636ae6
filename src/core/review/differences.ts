import { isSame } from '../edit/same.ts';
import type { DocumentLabel } from '../model/document-label.ts';
import type { AnnotatorId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { alignRelations, type PlacedRelation, type RelationItem } from './align-relations.ts';
import { alignSpans, placeKey, type SpanItem } from './align-spans.ts';
import type { ComparedSet, Item } from './compared-set.ts';

/** In what way annotators differ on one thing. */
export type DifferenceKind =
  | 'missing'
  | 'extra'
  | 'boundaries'
  | 'type'
  | 'attributes'
  | 'relation missing'
  | 'relation extra'
  | 'relation type'
  | 'relation direction'
  | 'relation ends'
  | 'relation attributes'
  | 'label';

export const DIFFERENCE_KINDS: readonly DifferenceKind[] = [
  'missing',
  'extra',
  'boundaries',
  'type',
  'attributes',
  'relation missing',
  'relation extra',
  'relation type',
  'relation direction',
  'relation ends',
  'relation attributes',
  'label',
];

export type LabelItem = Item<DocumentLabel>;

/** One thing that at least one of the annotators marked, and how they differ on it. */
export type Compared =
  | { readonly about: 'span'; readonly item: SpanItem; readonly kinds: readonly DifferenceKind[] }
  | {
      readonly about: 'relation';
      readonly item: RelationItem;
      readonly kinds: readonly DifferenceKind[];
    }
  | {
      readonly about: 'label';
      readonly item: LabelItem;
      readonly kinds: readonly DifferenceKind[];
    };

/**
 * Compares what several annotators made of one document. What has no `kinds` is agreed on by all.
 * @param sets the first one is the reference: what it lacks and another has is `extra`, what it has and
 *   another lacks is `missing`.
 * @param symmetric relation types whose direction has no meaning.
 */
export function compareSets(
  sets: readonly ComparedSet[],
  symmetric: ReadonlySet<string>,
): readonly Compared[] {
  const everyone = sets.map(({ annotatorId }) => annotatorId);
  const spans = alignSpans(sets);
  const relations = alignRelations(sets, spans, symmetric);
  return [
    ...spans.map((item) => ({ about: 'span' as const, item, kinds: spanKinds(item, everyone) })),
    ...relations.map((item) => ({
      about: 'relation' as const,
      item,
      kinds: relationKinds(item, everyone, symmetric),
    })),
    ...alignLabels(sets).map((item) => ({
      about: 'label' as const,
      item,
      kinds: labelKinds(item, everyone),
    })),
  ];
}

function alignLabels(sets: readonly ComparedSet[]): readonly LabelItem[] {
  const names = new Map<string, Map<AnnotatorId, DocumentLabel>>();
  for (const { annotatorId, labels } of sets) {
    for (const label of labels) {
      const members = names.get(label.name) ?? new Map<AnnotatorId, DocumentLabel>();
      names.set(label.name, members);
      members.set(annotatorId, label);
    }
  }
  return [...names.values()].map((members) => ({ members }));
}

function presence(
  { members }: Item<unknown>,
  everyone: readonly AnnotatorId[],
  [missing, extra]: readonly [DifferenceKind, DifferenceKind],
): readonly DifferenceKind[] {
  if (members.size === everyone.length) return [];
  const [reference] = everyone;
  return [reference !== undefined && members.has(reference) ? missing : extra];
}

function spanKinds(item: SpanItem, everyone: readonly AnnotatorId[]): readonly DifferenceKind[] {
  const kinds: DifferenceKind[] = [...presence(item, everyone, ['missing', 'extra'])];
  const spans = [...item.members.values()];
  if (differ(spans.map(placeKey))) kinds.push('boundaries');
  if (differ(spans.map(({ type }) => type))) kinds.push('type');
  if (differ(spans.map(({ attributes }) => attributes))) kinds.push('attributes');
  return kinds;
}

function relationKinds(
  item: RelationItem,
  everyone: readonly AnnotatorId[],
  symmetric: ReadonlySet<string>,
): readonly DifferenceKind[] {
  const kinds: DifferenceKind[] = [
    ...presence(item, everyone, ['relation missing', 'relation extra']),
  ];
  const members = [...item.members.values()];
  if (differ(members.map(({ relation }) => relation.type))) kinds.push('relation type');
  if (members.some((each) => !hasSameEnds(each, members[0]))) kinds.push('relation ends');
  else if (members.some((each) => isTurned(each, members[0], symmetric))) {
    kinds.push('relation direction');
  }
  if (differ(members.map(({ relation }) => relation.attributes))) kinds.push('relation attributes');
  return kinds;
}

function hasSameEnds(a: PlacedRelation, b: PlacedRelation | undefined): boolean {
  if (!b) return true;
  return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);
}

function isTurned(
  a: PlacedRelation,
  b: PlacedRelation | undefined,
  symmetric: ReadonlySet<string>,
): boolean {
  if (!b || a.from === b.from) return false;
  return !symmetric.has(a.relation.type) || !symmetric.has(b.relation.type);
}

function labelKinds(item: LabelItem, everyone: readonly AnnotatorId[]): readonly DifferenceKind[] {
  const values = [...item.members.values()].map(({ value }) => value);
  return item.members.size < everyone.length || differ(values) ? ['label'] : [];
}

/** Whether not all values are the same. */
export function differ(values: readonly unknown[]): boolean {
  return values.slice(1).some((value) => !isSame(value, values[0]));
}

/** Where a difference is, for lists and jumps: the ranges of its spans. Labels have no place. */
export function spansOf(compared: Compared): readonly Span[] {
  if (compared.about === 'span') return [...compared.item.members.values()];
  if (compared.about === 'label') return [];
  return [...compared.item.members.values()].flatMap(({ from, to }) => [
    ...from.members.values(),
    ...to.members.values(),
  ]);
}
