import type { Span } from '../../model/span.ts';
import { type Offsets, offsetsOf, rangesToCodePoints } from '../../text/offsets.ts';
import { quotesOf } from '../../text/quote.ts';
import type { Dataset, DatasetDocument, DatasetSet } from '../dataset.ts';
import { byId, byPlace } from '../set-to-json.ts';
import { GAP, rangesCell, valueCell } from './cell.ts';
import type { Cell } from './table.ts';

export const SPAN_COLUMNS = [
  'document',
  'document_name',
  'annotator',
  'id',
  'type',
  'start',
  'end',
  'ranges',
  'quote',
  'note',
] as const;

export const RELATION_COLUMNS = [
  'document',
  'document_name',
  'annotator',
  'id',
  'type',
  'from',
  'from_type',
  'from_quote',
  'to',
  'to_type',
  'to_quote',
  'note',
] as const;

export const LABEL_COLUMNS = ['document', 'document_name', 'annotator', 'label', 'value'] as const;

export const DOCUMENT_COLUMNS = [
  'document',
  'document_name',
  'characters',
  'annotator',
  'annotator_name',
  'status',
  'status_at',
  'note',
] as const;

/** One row per span. Offsets count code points; `start` and `end` span all ranges. */
export function* spanRows(dataset: Dataset, attributes: readonly string[]): Generator<Cell[]> {
  for (const document of dataset.documents) {
    const offsets = offsetsOf(document.text);
    for (const set of document.sets) {
      const spans = set.records.filter((record) => record.kind === 'span');
      for (const span of spans.sort(byPlace)) {
        yield [
          ...spanCells(document, set, span, offsets),
          ...attributes.map((name) => valueCell(own(span.attributes, name))),
        ];
      }
    }
  }
}

function spanCells(
  { id, name, text }: DatasetDocument,
  set: DatasetSet,
  span: Span,
  offsets: Offsets,
): Cell[] {
  const ranges = rangesToCodePoints(offsets, span.ranges);
  const end = ranges.at(-1)?.end ?? ranges[0].end;
  const quote = quotesOf(text, span.ranges).join(GAP);
  const where = [ranges[0].start, end, rangesCell(ranges)];
  return [id, name, set.annotator.id, span.id, span.type, ...where, quote, span.note];
}

/** One row per relation, with type and words of both ends. */
export function* relationRows(dataset: Dataset, attributes: readonly string[]): Generator<Cell[]> {
  for (const { id, name, text, sets } of dataset.documents) {
    for (const set of sets) {
      const spans = new Map(
        set.records.flatMap((record) => (record.kind === 'span' ? [[record.id, record]] : [])),
      );
      const relations = set.records.filter((record) => record.kind === 'relation');
      for (const relation of relations.sort(byId)) {
        yield [
          ...[id, name, set.annotator.id, relation.id, relation.type],
          ...endCells(relation.from, spans, text),
          ...endCells(relation.to, spans, text),
          relation.note,
          ...attributes.map((attribute) => valueCell(own(relation.attributes, attribute))),
        ];
      }
    }
  }
}

function endCells(id: string, spans: ReadonlyMap<string, Span>, text: string): Cell[] {
  const span = spans.get(id);
  return span ? [id, span.type, quotesOf(text, span.ranges).join(GAP)] : [id, '', ''];
}

function own<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** One row per document label. */
export function* labelRows(dataset: Dataset): Generator<Cell[]> {
  for (const { id, name, sets } of dataset.documents) {
    for (const set of sets) {
      const labels = set.records.filter((record) => record.kind === 'label');
      for (const label of labels.sort(byId)) {
        yield [id, name, set.annotator.id, label.name, valueCell(label.value)];
      }
    }
  }
}

/** One row per document and annotator; a document that nobody has worked on has one row. */
export function* documentRows(dataset: Dataset): Generator<Cell[]> {
  for (const { id, name, text, sets } of dataset.documents) {
    const start = [id, name, offsetsOf(text).codePointLength];
    if (sets.length === 0) yield [...start, '', '', '', '', ''];
    for (const { annotator, records } of sets) {
      const status = records.find((record) => record.kind === 'status');
      const note = records.find((record) => record.kind === 'note')?.text ?? '';
      const state = [status?.status ?? 'new', status?.at ?? ''];
      yield [...start, annotator.id, annotator.name, ...state, note];
    }
  }
}
