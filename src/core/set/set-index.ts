import { requireFit } from '../edit/apply.ts';
import type { Change } from '../edit/change.ts';
import { stepsOf } from '../edit/change-of.ts';
import { isSame } from '../edit/same.ts';
import type {
  AnnotationRecord,
  AnnotationSet,
  SetKey,
  SetReader,
} from '../model/annotation-set.ts';
import type { AttributeValue } from '../model/attribute.ts';
import { type DocumentLabel, labelId } from '../model/document-label.ts';
import { NOTE_ID } from '../model/document-note.ts';
import { STATUS_ID, type Status } from '../model/document-status.ts';
import type { RecordId, SpanId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import type { Interval } from './interval.ts';
import { IntervalIndex, placeBefore } from './interval-index.ts';
import { LinkIndex } from './link-index.ts';
import { type Counts, Tally } from './tally.ts';

/**
 * An open annotation set, kept up to date in place: the window and the host work on this form.
 * Each edit costs time in proportion to the edit, each question in proportion to its answer.
 * Positions are UTF-16 code units.
 */
export class SetIndex implements SetReader {
  readonly #records = new Map<RecordId, AnnotationRecord>();
  readonly #intervals: IntervalIndex;
  readonly #links = new LinkIndex();
  readonly #tally = new Tally();
  #version = 0;

  /** @throws {RangeError} if two records have one id. */
  constructor(records: Iterable<AnnotationRecord> = []) {
    const intervals: Interval[] = [];
    let count = 0;
    for (const record of records) {
      this.#records.set(record.id, record);
      if (this.#records.size !== ++count)
        throw new RangeError(`two records have the id ${record.id}`);
      this.#tally.count(record, 1);
      if (record.kind === 'span') pushIntervals(record, intervals);
      else if (record.kind === 'relation') this.#links.add(record);
    }
    this.#intervals = new IntervalIndex(intervals);
  }

  /** Goes up by one with each change. */
  get version(): number {
    return this.#version;
  }

  /** All records by id. A live view: it changes with the set. */
  get records(): ReadonlyMap<RecordId, AnnotationRecord> {
    return this.#records;
  }

  /**
   * Carries a change out, in place.
   * @throws {MisfitError} where it does not belong to this state; nothing is changed then.
   */
  apply(change: Change): void {
    requireFit((id) => this.#records.has(id), change);
    for (const [id, , after] of stepsOf(change)) this.#replace(id, after);
    this.#version++;
  }

  get(id: RecordId): AnnotationRecord | undefined {
    return this.#records.get(id);
  }

  all(): Iterable<AnnotationRecord> {
    return this.#records.values();
  }

  /** The span of that id; `undefined` where there is none, or where it is no span. */
  span(id: RecordId): Span | undefined {
    const record = this.#records.get(id);
    return record?.kind === 'span' ? record : undefined;
  }

  /** The relation of that id; `undefined` where there is none, or where it is no relation. */
  relation(id: RecordId): Relation | undefined {
    const record = this.#records.get(id);
    return record?.kind === 'relation' ? record : undefined;
  }

  relationsOf(spanId: SpanId): readonly Relation[] {
    const relations: Relation[] = [];
    for (const id of this.#links.of(spanId)) {
      const relation = this.relation(id);
      if (relation) relations.push(relation);
    }
    return relations;
  }

  /** Spans that share a character with [from, to), each once, in text order (longer ones first). */
  spansIn(from: number, to: number): readonly Span[] {
    const found: Span[] = [];
    const seen = new Set<SpanId>(); // discontinuous ones, which may be met again
    this.#intervals.forEachIn(from, to, ({ spanId }) => {
      const span = this.span(spanId);
      if (!span || seen.has(spanId)) return;
      if (span.ranges.length > 1) seen.add(spanId);
      found.push(span);
    });
    return found;
  }

  /** Spans that cover the character at `position`, the shortest first: the order of repeated clicks. */
  spansAt(position: number): readonly Span[] {
    const length = (span: Span) => span.ranges.reduce((sum, r) => sum + r.end - r.start, 0);
    return [...this.spansIn(position, position + 1)].sort((a, b) => length(a) - length(b));
  }

  /**
   * The next span in text order.
   * @param position the first span that starts after it is meant,
   * @param after unless this span is given: then the one that follows it, though it start at the same place.
   */
  nextSpan(position: number, after?: SpanId): Span | undefined {
    for (const { isFirst, spanId } of this.#intervals.after(this.#place(after, position + 1))) {
      if (isFirst) return this.span(spanId);
    }
    return undefined;
  }

  /** The last span that starts before `position`; or the one before the span `before`. */
  previousSpan(position: number, before?: SpanId): Span | undefined {
    for (const { isFirst, spanId } of this.#intervals.before(this.#place(before, position))) {
      if (isFirst) return this.span(spanId);
    }
    return undefined;
  }

  /** All spans in text order. */
  *spans(): Generator<Span> {
    for (const { isFirst, spanId } of this.#intervals) {
      const span = isFirst ? this.span(spanId) : undefined;
      if (span) yield span;
    }
  }

  /** All relations, in the order in which they were made. */
  *relations(): Generator<Relation> {
    for (const record of this.#records.values()) if (record.kind === 'relation') yield record;
  }

  /** All document labels. There are few; they are found by walking the set. */
  *labels(): Generator<DocumentLabel> {
    for (const record of this.#records.values()) if (record.kind === 'label') yield record;
  }

  /** A live view: it changes with the set. */
  counts(): Counts {
    return this.#tally;
  }

  /** `new`, with an empty `at`, where none was given. */
  status(): { readonly status: Status; readonly at: string } {
    const record = this.#records.get(STATUS_ID);
    return record?.kind === 'status' ? record : { status: 'new', at: '' };
  }

  /** Value of the document label of that name; `undefined` where it was not given. */
  label(name: string): AttributeValue | undefined {
    const record = this.#records.get(labelId(name));
    return record?.kind === 'label' ? record.value : undefined;
  }

  /** What was written about the document; empty where nothing was. */
  note(): string {
    const record = this.#records.get(NOTE_ID);
    return record?.kind === 'note' ? record.text : '';
  }

  /** The set as it is now, as a value that later changes do not touch. */
  toSet(key: SetKey): AnnotationSet {
    const { documentId, annotatorId } = key;
    return { documentId, annotatorId, records: new Map(this.#records) };
  }

  #place(spanId: SpanId | undefined, position: number): Interval {
    const span = spanId === undefined ? undefined : this.span(spanId);
    return (span && intervalsOf(span)[0]) ?? placeBefore(position);
  }

  #replace(id: RecordId, after: AnnotationRecord | undefined): void {
    const before = this.#records.get(id);
    if (before) this.#tally.count(before, -1);
    if (after) this.#tally.count(after, 1);
    if (before?.kind !== 'span' || after?.kind !== 'span' || !isSame(before.ranges, after.ranges)) {
      if (before?.kind === 'span') for (const i of intervalsOf(before)) this.#intervals.remove(i);
      if (after?.kind === 'span') for (const i of intervalsOf(after)) this.#intervals.insert(i);
    }
    if (before?.kind === 'relation') this.#links.remove(before);
    if (after?.kind === 'relation') this.#links.add(after);
    if (after) this.#records.set(id, after);
    else this.#records.delete(id);
  }
}

function intervalsOf(span: Span): Interval[] {
  const intervals: Interval[] = [];
  pushIntervals(span, intervals);
  return intervals;
}

function pushIntervals({ id, ranges }: Span, intervals: Interval[]): void {
  let isFirst = true;
  for (const { start, end } of ranges) {
    intervals.push({ start, end, spanId: id, isFirst });
    isFirst = false;
  }
}
