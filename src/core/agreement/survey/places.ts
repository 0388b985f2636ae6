import { type AgreementSpan, endOf, startOf } from '../agreement-span.ts';
import { NONE } from '../confusion.ts';
import { type Pairs, SpanPairing } from '../matching/span-pairing.ts';
import { pairRelations } from '../relations/relation-counts.ts';
import { confusionPairs } from '../spans/span-confusion.ts';
import { pairsBy } from '../spans/span-counts.ts';
import type { Comparable, SurveyRelation, SurveySpan } from './comparable.ts';
import type { AgreementPlace, Outcome, PlaceQuery } from './place-query.ts';

/**
 * The things of one document that a figure was counted from: as many as the figure says, over all documents.
 * @param symmetric relation types whose direction has no meaning.
 */
export function placesOf(
  document: string,
  ours: Comparable,
  theirs: Comparable,
  query: PlaceQuery,
  symmetric: ReadonlySet<string>,
): readonly AgreementPlace[] {
  switch (query.kind) {
    case 'spans': {
      if (query.document !== null && query.document !== document) return [];
      // A type is counted by itself, so that spans of other types take no partner away.
      const only = ({ spans }: Comparable) =>
        query.label === null ? spans : spans.filter(({ label }) => label === query.label);
      const [first, second] = [only(ours), only(theirs)];
      const pairs = pairsBy(new SpanPairing(first, second), query.rule);
      return sideBySide(first, second, pairs)
        .filter((pair) => outcomeOf(pair) === query.outcome)
        .map((pair) => spanPlace(document, pair));
    }
    case 'span-cell': {
      const pairs = confusionPairs(new SpanPairing(ours.spans, theirs.spans), query.rule);
      return sideBySide(ours.spans, theirs.spans, pairs)
        .filter((pair) => isCell(pair, query))
        .map((pair) => spanPlace(document, pair));
    }
    case 'relations':
    case 'relation-cell': {
      const rule = query.kind === 'relations' ? query.rule : 'untyped';
      const paired = pairRelations(ours, theirs, rule, symmetric);
      const both = sideBySide(paired.first, paired.second, paired.pairs);
      const wanted =
        query.kind === 'relation-cell'
          ? both.filter((pair) => isCell(pair, query))
          : both.filter(
              (pair) => outcomeOf(pair) === query.outcome && isOfLabel(pair, query.label),
            );
      return wanted.map((pair) => relationPlace(document, pair));
    }
    case 'label-cell': {
      const [row, column] = [ours.labels.get(query.name), theirs.labels.get(query.name)];
      if (row !== query.row || column !== query.column) return [];
      const id = `label:${query.name}`;
      return [
        { document, first: id, second: id, firstLabel: row, secondLabel: column, range: null },
      ];
    }
  }
}

/** A thing of the first annotator, one of the second, or both together. */
interface Side<Thing> {
  readonly first: Thing | undefined;
  readonly second: Thing | undefined;
}

function sideBySide<Thing>(
  first: readonly Thing[],
  second: readonly Thing[],
  pairs: Pairs,
): readonly Side<Thing>[] {
  const partner = new Map(pairs.map((pair) => [pair.first, pair.second]));
  const taken = new Set(partner.values());
  return [
    ...first.map((one, i) => ({ first: one, second: second[partner.get(i) ?? -1] })),
    ...second.filter((_, j) => !taken.has(j)).map((one) => ({ first: undefined, second: one })),
  ];
}

function outcomeOf({ first, second }: Side<unknown>): Outcome {
  if (first && second) return 'match';
  return first ? 'first-only' : 'second-only';
}

type Labelled = { readonly label: string };

function isCell(
  { first, second }: Side<Labelled>,
  { row, column }: { readonly row: string; readonly column: string },
): boolean {
  return (first?.label ?? NONE) === row && (second?.label ?? NONE) === column;
}

function isOfLabel({ first, second }: Side<Labelled>, label: string | null): boolean {
  return label === null || (first ?? second)?.label === label;
}

function spanPlace(document: string, { first, second }: Side<SurveySpan>): AgreementPlace {
  return {
    document,
    first: first?.id ?? null,
    second: second?.id ?? null,
    firstLabel: first?.label ?? null,
    secondLabel: second?.label ?? null,
    range: hullOf([first, second]),
  };
}

function relationPlace(document: string, { first, second }: Side<SurveyRelation>): AgreementPlace {
  return {
    document,
    first: first?.id ?? null,
    second: second?.id ?? null,
    firstLabel: first?.label ?? null,
    secondLabel: second?.label ?? null,
    range: hullOf([first?.from, first?.to, second?.from, second?.to]),
  };
}

function hullOf(spans: readonly (AgreementSpan | undefined)[]) {
  const given = spans.filter((span) => span !== undefined);
  if (given.length === 0) return null;
  return { start: Math.min(...given.map(startOf)), end: Math.max(...given.map(endOf)) };
}
