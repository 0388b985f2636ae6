import {
  type AgreementSpan,
  comparePlaces,
  compareSpans,
  sharedLength,
} from '../agreement-span.ts';
import type { Counts } from '../counts.ts';
import { maximumMatching } from '../matching/maximum-matching.ts';

/** A relation as the measures see it. */
export interface AgreementRelation {
  readonly label: string;
  readonly from: AgreementSpan;
  readonly to: AgreementSpan;
}

/**
 * What makes two relations match.
 * - `strict`: type, direction, and both ends with ranges and label (Bekoulis et al. 2018).
 * - `boundaries`: the labels of the ends do not matter (Taillé et al. 2020).
 * - `relaxed`: the ends overlap and have the same labels.
 * - `relaxed-any`: the ends overlap (Verspoor et al. 2013).
 * - `untyped`: as strict, whatever the type of the relation.
 * - `common-ends`: as strict, among the relations both of whose ends both annotators marked alike: so that
 *   disagreement on relations is not mixed with that on spans.
 */
export type RelationRule =
  | 'strict'
  | 'boundaries'
  | 'relaxed'
  | 'relaxed-any'
  | 'untyped'
  | 'common-ends';

export const RELATION_RULES: readonly RelationRule[] = [
  'strict',
  'boundaries',
  'relaxed',
  'relaxed-any',
  'untyped',
  'common-ends',
];

/** One annotator's relations on a document, and all spans that the annotator marked there. */
export interface RelationSide<R extends AgreementRelation = AgreementRelation> {
  readonly relations: readonly R[];
  readonly spans: readonly AgreementSpan[];
}

/** Two sides as they are compared, each relation once. */
export interface PairedRelations<R extends AgreementRelation = AgreementRelation> {
  readonly first: readonly R[];
  readonly second: readonly R[];
  /** Matched one to one, as many as possible; places in the two lists. */
  readonly pairs: readonly { readonly first: number; readonly second: number }[];
}

/**
 * Matches the relations of two annotators in one document.
 * @param symmetric types whose direction has no meaning.
 */
export function pairRelations<R extends AgreementRelation>(
  first: RelationSide<R>,
  second: RelationSide<R>,
  rule: RelationRule,
  symmetric: ReadonlySet<string>,
): PairedRelations<R> {
  const ours = distinctRelations(kept(first, second, rule), symmetric);
  const theirs = distinctRelations(kept(second, first, rule), symmetric);
  const edges = edgesOf(ours, theirs, rule, symmetric);
  const partners = maximumMatching(ours.length, theirs.length, edges);
  const pairs = [...partners.entries()]
    .filter(([, partner]) => partner !== -1)
    .map(([i, partner]) => ({ first: i, second: partner }));
  return { first: ours, second: theirs, pairs };
}

/** Counts of `pairRelations`. */
export function relationCounts({ first, second, pairs }: PairedRelations): Counts {
  return { matches: pairs.length, first: first.length, second: second.length };
}

function kept<R extends AgreementRelation>(
  side: RelationSide<R>,
  other: RelationSide<R>,
  rule: RelationRule,
): readonly R[] {
  if (rule !== 'common-ends') return side.relations;
  const marked = new Set(other.spans.map(spanKey));
  return side.relations.filter(
    ({ from, to }) => marked.has(spanKey(from)) && marked.has(spanKey(to)),
  );
}

const placeKey = ({ ranges }: AgreementSpan) =>
  ranges.map(({ start, end }) => `${start}-${end}`).join(',');
const spanKey = (span: AgreementSpan) => `${placeKey(span)} ${span.label}`;

/** Each relation once: the same type between the same spans is the same relation. */
export function distinctRelations<R extends AgreementRelation>(
  relations: readonly R[],
  symmetric: ReadonlySet<string>,
): readonly R[] {
  const seen = new Set<string>();
  return relations.filter((relation) => {
    const ends = [spanKey(relation.from), spanKey(relation.to)];
    if (symmetric.has(relation.label)) ends.sort();
    const key = JSON.stringify([relation.label, ...ends]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Pairs of relations that match, found by the label and place of the ends where that is possible. */
function* edgesOf(
  first: readonly AgreementRelation[],
  second: readonly AgreementRelation[],
  rule: RelationRule,
  symmetric: ReadonlySet<string>,
): Generator<{ readonly first: number; readonly second: number }> {
  const isLoose = rule === 'relaxed' || rule === 'relaxed-any';
  const bucketOf = ({ label, from, to }: AgreementRelation, isTurned: boolean) => {
    if (isLoose) return label;
    const [a, b] = isTurned ? [to, from] : [from, to];
    return `${placeKey(a)} ${placeKey(b)}`;
  };
  const buckets = new Map<string, number[]>();
  for (const [j, relation] of second.entries()) {
    const key = bucketOf(relation, false);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(j);
    else buckets.set(key, [j]);
  }
  for (const [i, relation] of first.entries()) {
    const keys = new Set([bucketOf(relation, false), bucketOf(relation, true)]);
    const found = new Set([...keys].flatMap((key) => buckets.get(key) ?? []));
    for (const j of found) {
      const other = second[j];
      if (other && isMatch(relation, other, rule, symmetric)) yield { first: i, second: j };
    }
  }
}

function isMatch(
  a: AgreementRelation,
  b: AgreementRelation,
  rule: RelationRule,
  symmetric: ReadonlySet<string>,
): boolean {
  if (rule !== 'untyped' && a.label !== b.label) return false;
  if (isSameEnd(a.from, b.from, rule) && isSameEnd(a.to, b.to, rule)) return true;
  if (!symmetric.has(a.label) || !symmetric.has(b.label)) return false;
  return isSameEnd(a.from, b.to, rule) && isSameEnd(a.to, b.from, rule);
}

function isSameEnd(a: AgreementSpan, b: AgreementSpan, rule: RelationRule): boolean {
  if (rule === 'boundaries') return comparePlaces(a, b) === 0;
  if (rule === 'relaxed-any') return sharedLength(a, b) > 0;
  if (rule === 'relaxed') return a.label === b.label && sharedLength(a, b) > 0;
  return compareSpans(a, b) === 0;
}
