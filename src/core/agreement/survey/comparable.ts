import type { ComparedSet } from '../../review/compared-set.ts';
import { type AgreementSpan, distinctSpans } from '../agreement-span.ts';
import type { AgreementRelation, RelationSide } from '../relations/relation-counts.ts';
import type { SurveyOptions } from './survey-input.ts';

/** A span that knows the record it came from, so that figures can show their places. */
export interface SurveySpan extends AgreementSpan {
  readonly id: string;
}

export interface SurveyRelation extends AgreementRelation {
  readonly id: string;
}

/** One annotator's set as the measures take it. */
export interface Comparable extends RelationSide<SurveyRelation> {
  /** Sorted, each place and label once. */
  readonly spans: readonly SurveySpan[];
  /** Value of each document label, as text. */
  readonly labels: ReadonlyMap<string, string>;
  /** Spans that were marked twice alike. */
  readonly duplicates: number;
}

/** Takes the chosen types of a set. Relations whose ends are of other types go with them. */
export function comparable(
  { spans, relations, labels }: ComparedSet,
  { entityTypes, relationTypes }: Pick<SurveyOptions, 'entityTypes' | 'relationTypes'>,
): Comparable {
  const wantsType = wanted(entityTypes);
  const wantsRelation = wanted(relationTypes);
  const own = spans
    .filter(({ type }) => wantsType(type))
    .map(({ id, ranges, type }) => ({ id, ranges, label: type }));
  const byId = new Map(own.map((span) => [span.id, span]));
  const kept = relations.flatMap(({ id, type, from, to }) => {
    const ends = { from: byId.get(from), to: byId.get(to) };
    if (!wantsRelation(type) || !ends.from || !ends.to) return [];
    return [{ id, label: type, from: ends.from, to: ends.to }];
  });
  const distinct = distinctSpans(own);
  return {
    spans: distinct.spans,
    relations: kept,
    labels: new Map(labels.map(({ name, value }) => [name, String(value)])),
    duplicates: distinct.duplicates,
  };
}

function wanted(names: readonly string[] | null): (name: string) => boolean {
  if (names === null) return () => true;
  const set = new Set(names);
  return (name) => set.has(name);
}
