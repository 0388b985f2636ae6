import type { Attributes, AttributeValue } from '../model/attribute.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import { type Offsets, offsetsOf, rangesToCodePoints } from '../text/offsets.ts';
import { quotesOf } from '../text/quote.ts';
import type { DatasetDocument, DatasetSet } from './dataset.ts';

/** A span as exports have it. Ranges are half-open, in code points: `text[start:end]` in Python. */
export interface JsonSpan {
  readonly id: string;
  readonly type: string;
  readonly ranges: readonly (readonly [number, number])[];
  /** The words of each range. */
  readonly quote: readonly string[];
  readonly attributes: Attributes;
  readonly note: string;
}

export interface JsonRelation {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly attributes: Attributes;
  readonly note: string;
}

/** A set as exports have it. */
export interface JsonSet {
  /** `new` where none was given; `statusAt` is then `null`. */
  readonly status: string;
  readonly statusAt: string | null;
  readonly note: string;
  readonly labels: Readonly<Record<string, AttributeValue>>;
  readonly spans: readonly JsonSpan[];
  readonly relations: readonly JsonRelation[];
}

/** Turns sets of one document into plain data with code-point offsets. The text is read once. */
export function setToJson(document: DatasetDocument): (set: DatasetSet) => JsonSet {
  const offsets = offsetsOf(document.text);
  return ({ records }) => {
    const spans = records.filter((record) => record.kind === 'span');
    const relations = records.filter((record) => record.kind === 'relation');
    const labels = records.filter((record) => record.kind === 'label').sort(byId);
    const status = records.find((record) => record.kind === 'status');
    return {
      status: status?.status ?? 'new',
      statusAt: status?.at ?? null,
      note: records.find((record) => record.kind === 'note')?.text ?? '',
      labels: Object.fromEntries(labels.map((label) => [label.name, label.value])),
      spans: [...spans].sort(byPlace).map((span) => spanToJson(span, document.text, offsets)),
      relations: [...relations].sort(byId).map(relationToJson),
    };
  };
}

/** Order of spans in exports: by start, longer ones first, then by id. */
export function byPlace(a: Span, b: Span): number {
  const end = (span: Span) => span.ranges.at(-1)?.end ?? 0;
  return a.ranges[0].start - b.ranges[0].start || end(b) - end(a) || byId(a, b);
}

/** Order by id, the same on every machine. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function spanToJson(span: Span, text: string, offsets: Offsets): JsonSpan {
  return {
    id: span.id,
    type: span.type,
    ranges: rangesToCodePoints(offsets, span.ranges).map(({ start, end }) => [start, end] as const),
    quote: quotesOf(text, span.ranges),
    attributes: span.attributes,
    note: span.note,
  };
}

function relationToJson({ id, type, from, to, attributes, note }: Relation): JsonRelation {
  return { id, type, from, to, attributes, note };
}
