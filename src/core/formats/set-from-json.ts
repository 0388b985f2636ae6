import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { Annotator } from '../model/annotator.ts';
import { labelId } from '../model/document-label.ts';
import { NOTE_ID } from '../model/document-note.ts';
import { STATUS_ID } from '../model/document-status.ts';
import { normalizeRanges, type Range, type Ranges } from '../model/range.ts';
import type { Span } from '../model/span.ts';
import { err, ok, type Result } from '../result.ts';
import { type Offsets, offsetsOf } from '../text/offsets.ts';
import { plural } from '../text/plural.ts';
import { findQuoteMismatch } from '../text/quote.ts';
import type { DatasetSet } from './dataset.ts';
import type { ReadSet } from './json-types.ts';

/** What is wrong with one record. */
export interface RecordFault {
  readonly id: string;
  readonly message: string;
}

/** Turns plain data back into records, checking offsets and quotes against the text. Reads the text once. */
export function setFromJson(
  text: string,
): (set: ReadSet, annotator: Annotator) => Result<DatasetSet, RecordFault> {
  const offsets = offsetsOf(text);
  return (set, annotator) => {
    const spans = new Map<string, Span>();
    for (const raw of set.spans) {
      const span = readSpan(raw, text, offsets);
      if (!span.ok) return span;
      if (spans.has(raw.id)) return fault(raw.id, 'Two spans have this id.');
      spans.set(raw.id, span.value);
    }
    const relations = new Set<string>();
    for (const { id, from, to } of set.relations) {
      if (relations.has(id) || spans.has(id)) return fault(id, 'This id is used twice.');
      if (!spans.has(from))
        return fault(id, `It starts at ‘${from}’, which is not a span of the set.`);
      if (!spans.has(to)) return fault(id, `It leads to ‘${to}’, which is not a span of the set.`);
      relations.add(id);
    }
    return ok({ annotator, records: [...spans.values(), ...otherRecords(set)] });
  };
}

function otherRecords(set: ReadSet): readonly AnnotationRecord[] {
  const records: AnnotationRecord[] = set.relations.map((relation) => ({
    kind: 'relation',
    ...relation,
  }));
  for (const [name, value] of Object.entries(set.labels)) {
    records.push({ kind: 'label', id: labelId(name), name, value });
  }
  if (set.note !== '') records.push({ kind: 'note', id: NOTE_ID, text: set.note });
  if (set.statusAt !== null) {
    records.push({ kind: 'status', id: STATUS_ID, status: set.status, at: set.statusAt });
  }
  return records;
}

function readSpan(
  { id, type, ranges, quote, attributes, note }: ReadSet['spans'][number],
  text: string,
  offsets: Offsets,
): Result<Span, RecordFault> {
  const length = offsets.codePointLength;
  for (const [start, end] of ranges) {
    if (start < end && end <= length) continue;
    const message = `Its range ${start} to ${end} does not lie in the text, which has ${plural(length, 'character')}.`;
    return fault(id, message);
  }
  const given = ranges.map(
    ([start, end]): Range => ({ start: offsets.toUtf16(start), end: offsets.toUtf16(end) }),
  );
  const sorted = normalizeRanges(given);
  if (!sorted || !isSame(sorted, given)) {
    return fault(id, 'Its ranges are not in order, or touch each other.');
  }
  const mismatch = findQuoteMismatch(text, sorted, quote);
  if (mismatch) {
    const message = `Its words are given as ‘${mismatch.expected ?? ''}’, but the text has ‘${mismatch.found}’ there.`;
    return fault(id, message);
  }
  return ok({ kind: 'span', id, type, ranges: sorted, attributes, note });
}

function isSame(ranges: Ranges, given: readonly Range[]): boolean {
  return (
    ranges.length === given.length &&
    ranges.every(({ start, end }, i) => start === given[i]?.start && end === given[i]?.end)
  );
}

function fault(id: string, message: string): { readonly ok: false; readonly error: RecordFault } {
  return err({ id, message });
}
