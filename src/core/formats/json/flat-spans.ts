import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { hull, type Range, type Ranges } from '../../model/range.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import type { Loss } from '../losses.ts';
import { byId, byPlace } from '../set-to-json.ts';

/** A span, or a part of one, that has one range. */
export interface FlatSpan {
  readonly span: Span;
  readonly range: Range;
}

/** A set for formats whose spans have one range. */
export interface FlatSet {
  readonly spans: readonly FlatSpan[];
  /** Place in `spans` of each span, or of its first part, by id. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** Those with both ends, in the order of their ids. */
  readonly relations: readonly Relation[];
  /** Those that lack an end. */
  readonly withoutEnds: readonly Relation[];
}

/** Makes spans of one range each, as the option `discontinuous` says. */
export function flatSet(records: readonly AnnotationRecord[], options: FormatOptions): FlatSet {
  const choice = options['discontinuous'] ?? 'first';
  const spans = records
    .filter((record) => record.kind === 'span')
    .sort(byPlace)
    .flatMap((span) => chosen(span.ranges, choice).map((range) => ({ span, range })));
  const indexOf = new Map<string, number>();
  for (const [i, { span }] of spans.entries()) if (!indexOf.has(span.id)) indexOf.set(span.id, i);
  const all = records.filter((record) => record.kind === 'relation');
  const hasEnds = ({ from, to }: Relation) => indexOf.has(from) && indexOf.has(to);
  const relations = all.filter(hasEnds).sort(byId);
  return { spans, indexOf, relations, withoutEnds: all.filter((one) => !hasEnds(one)) };
}

function chosen(ranges: Ranges, choice: string): readonly Range[] {
  if (ranges.length === 1 || choice === 'each') return ranges;
  if (choice === 'drop') return [];
  if (choice === 'hull') return [hull(ranges)];
  if (choice !== 'longest') return [ranges[0]];
  const length = ({ start, end }: Range) => end - start;
  return [ranges.reduce((best, range) => (length(range) > length(best) ? range : best))];
}

/** What having one range per span costs, counted on the data. */
export function flatLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  const discontinuous = new Set<Span>();
  const withoutEnds = new Set<Relation>();
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) {
      if (record.kind === 'span' && record.ranges.length > 1) discontinuous.add(record);
    }
    for (const relation of flatSet(set.records, options).withoutEnds) withoutEnds.add(relation);
  }
  return [
    {
      what: 'discontinuous spans',
      count: discontinuous.size,
      records: discontinuous,
      why: 'The format has one range per span; what is written of them is an option.',
    },
    {
      what: 'relations without both ends',
      count: withoutEnds.size,
      records: withoutEnds,
      why: 'A span at one of their ends is left out.',
    },
  ].filter(({ count }) => count > 0);
}
