import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { Attributes } from '../model/attribute.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';

/**
 * Records in a form that JSON writes and reads several times as fast: runs of plain spans and relations
 * are columns, everything else stands as it is. The order is kept.
 */
export interface PackedRecords {
  /** Names of types, each once; the columns hold their numbers. */
  readonly types: readonly string[];
  readonly runs: readonly Run[];
}

/** Plain: one range, no attributes, no note. */
type Run =
  | {
      readonly spans: string[];
      readonly types: number[];
      readonly starts: number[];
      readonly ends: number[];
    }
  | {
      readonly relations: string[];
      readonly types: number[];
      readonly from: string[];
      readonly to: string[];
    }
  | { readonly others: AnnotationRecord[] };

/** Packs records. @see unpackRecords */
export function packRecords(records: Iterable<AnnotationRecord>): PackedRecords {
  const numbers = new Map<string, number>();
  const runs: Run[] = [];
  let run: Run | undefined;
  const begin = <R extends Run>(next: R): R => {
    runs.push(next);
    return next;
  };
  const numberOf = (type: string) => {
    const known = numbers.get(type);
    if (known !== undefined) return known;
    numbers.set(type, numbers.size);
    return numbers.size - 1;
  };
  for (const record of records) {
    if (record.kind === 'span' && isPlain(record) && record.ranges.length === 1) {
      const into: SpanRun =
        run && 'spans' in run ? run : begin({ spans: [], types: [], starts: [], ends: [] });
      run = into;
      into.spans.push(record.id);
      into.types.push(numberOf(record.type));
      into.starts.push(record.ranges[0].start);
      into.ends.push(record.ranges[0].end);
    } else if (record.kind === 'relation' && isPlain(record)) {
      const into: RelationRun =
        run && 'relations' in run ? run : begin({ relations: [], types: [], from: [], to: [] });
      run = into;
      into.relations.push(record.id);
      into.types.push(numberOf(record.type));
      into.from.push(record.from);
      into.to.push(record.to);
    } else {
      const into: OtherRun = run && 'others' in run ? run : begin({ others: [] });
      run = into;
      into.others.push(record);
    }
  }
  return { types: [...numbers.keys()], runs };
}

type SpanRun = Extract<Run, { spans: unknown }>;
type RelationRun = Extract<Run, { relations: unknown }>;
type OtherRun = Extract<Run, { others: unknown }>;

/** One object for all records without attributes. */
const NO_ATTRIBUTES: Attributes = Object.freeze({});

/** The records that `packRecords` was given, in their order. */
export function unpackRecords({ types, runs }: PackedRecords): AnnotationRecord[] {
  const records: AnnotationRecord[] = [];
  for (const run of runs) {
    if ('others' in run) for (const record of run.others) records.push(record);
    else if ('spans' in run) unpackSpans(types, run, records);
    else unpackRelations(types, run, records);
  }
  return records;
}

// All fields are written out: that is several times as fast as copying those that are always the same.

function unpackSpans(types: readonly string[], run: SpanRun, records: AnnotationRecord[]): void {
  for (let i = 0; i < run.spans.length; i++)
    records.push({
      kind: 'span',
      id: run.spans[i] ?? '',
      type: types[run.types[i] ?? 0] ?? '',
      ranges: [{ start: run.starts[i] ?? 0, end: run.ends[i] ?? 0 }],
      attributes: NO_ATTRIBUTES,
      note: '',
    });
}

function unpackRelations(
  types: readonly string[],
  run: RelationRun,
  records: AnnotationRecord[],
): void {
  for (let i = 0; i < run.relations.length; i++)
    records.push({
      kind: 'relation',
      id: run.relations[i] ?? '',
      type: types[run.types[i] ?? 0] ?? '',
      from: run.from[i] ?? '',
      to: run.to[i] ?? '',
      attributes: NO_ATTRIBUTES,
      note: '',
    });
}

function isPlain({ attributes, note }: Span | Relation): boolean {
  if (note !== '') return false;
  for (const _name in attributes) return false;
  return true;
}
