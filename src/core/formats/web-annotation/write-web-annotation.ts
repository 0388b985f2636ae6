import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Annotator } from '../../model/annotator.ts';
import type { Attributes } from '../../model/attribute.ts';
import type { Range } from '../../model/range.ts';
import type { Dataset, DatasetDocument, DatasetSet } from '../dataset.ts';
import { safeFileName, uniqueNames, withoutTextExtension } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import type { JsonObject } from '../json/json-values.ts';
import { OffsetPlaces, type OffsetUnit } from '../json/offset-units.ts';
import { byId, byPlace } from '../set-to-json.ts';
import { iriOf } from './iris.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** So much of the text is given before and after the words, in code units. */
const CONTEXT_LENGTH = 32;

/** A document and the name of its text file. */
interface NamedDocument {
  readonly document: DatasetDocument;
  readonly name: string;
}

/** Writes one file of annotations, and the texts that they are about. */
export function writeWebAnnotation(
  dataset: Dataset,
  options: FormatOptions,
  unit: OffsetUnit,
): readonly TargetFile[] {
  const unique = uniqueNames();
  const documents = dataset.documents.map((document) => ({
    document,
    name: unique(safeFileName(withoutTextExtension(document.name))),
  }));
  const name = safeFileName(dataset.name, 'annotations');
  const form = options['form'] === 'page' ? 'page' : 'list';
  const path = `${name}.${form === 'page' ? 'jsonld' : 'json'}`;
  return [
    { path, parts: () => partsOf(dataset.name, documents, form, unit) },
    ...(options['texts'] === 'left-out'
      ? []
      : documents.map((one) => ({
          path: `texts/${one.name}.txt`,
          parts: () => [one.document.text],
        }))),
  ];
}

function* partsOf(
  name: string,
  documents: readonly NamedDocument[],
  form: 'list' | 'page',
  unit: OffsetUnit,
): Generator<string> {
  const head = { '@context': CONTEXT, id: iriOf('page', name), type: 'AnnotationPage' };
  let start = form === 'page' ? `${JSON.stringify(head).slice(0, -1)},"items":[` : '[';
  let isFirst = true;
  for (const one of documents) {
    for (const annotation of annotationsOf(one, unit)) {
      const context = form === 'page' ? {} : { '@context': CONTEXT };
      yield `${start}\n${JSON.stringify({ ...context, ...annotation })}`;
      start = ',';
      isFirst = false;
    }
  }
  if (isFirst) yield start;
  yield form === 'page' ? '\n]}\n' : '\n]\n';
}

function* annotationsOf(
  { document, name }: NamedDocument,
  unit: OffsetUnit,
): Generator<JsonObject> {
  const source = iriOf('document', name);
  const places = new OffsetPlaces(document.text, unit);
  for (const set of document.sets) {
    const creator = creatorOf(set.annotator);
    const idOf = (id: string) => iriOf('annotation', name, set.annotator.id, id);
    const make = (id: string, fields: JsonObject) => ({
      id: idOf(id),
      type: 'Annotation',
      ...fields,
      ...creator,
    });
    const about = aboutDocument(set);
    if (about) {
      const id = iriOf('about', name, set.annotator.id);
      yield { ...make('', { ...about, target: { source } }), id };
    }
    const spans = set.records.filter((record) => record.kind === 'span').sort(byPlace);
    for (const span of spans) {
      const targets = span.ranges.map((range) => ({
        source,
        selector: selectorsOf(range, document.text, places),
      }));
      const target = targets.length === 1 ? targets[0] : targets;
      const body = bodiesOf(span.type, span.attributes, span.note);
      yield make(span.id, { motivation: 'tagging', body, target });
    }
    const relations = set.records.filter((record) => record.kind === 'relation').sort(byId);
    for (const { id, type, from, to, attributes, note } of relations) {
      const body = [{ id: idOf(to) }, ...bodiesOf(type, attributes, note)];
      yield make(id, { motivation: 'linking', body, target: idOf(from) });
    }
  }
}

function creatorOf({ id, name }: Annotator): JsonObject {
  return id === 'imported' ? {} : { creator: { id: iriOf('annotator', id), type: 'Person', name } };
}

function bodiesOf(type: string | null, attributes: Attributes, note: string): JsonObject[] {
  const body = (purpose: string, value: string, format = {}): JsonObject => ({
    type: 'TextualBody',
    purpose,
    value,
    ...format,
  });
  return [
    ...(type === null ? [] : [body('tagging', type)]),
    ...(Object.keys(attributes).length === 0
      ? []
      : [body('describing', JSON.stringify(attributes), { format: 'application/json' })]),
    ...(note === '' ? [] : [body('commenting', note)]),
  ];
}

/** Document labels and the note, as one annotation of the whole text. */
function aboutDocument({ records }: DatasetSet): JsonObject | undefined {
  const labels = records.filter((record) => record.kind === 'label').sort(byId);
  const note = records.find((record) => record.kind === 'note')?.text ?? '';
  const values = Object.fromEntries(labels.map(({ name, value }) => [name, value]));
  const body = bodiesOf(null, values, note);
  return body.length > 0 ? { motivation: 'describing', body } : undefined;
}

function selectorsOf({ start, end }: Range, text: string, places: OffsetPlaces): JsonObject[] {
  const exact = text.slice(start, end);
  const prefix = wholeEnd(text.slice(Math.max(0, start - CONTEXT_LENGTH), start));
  const suffix = wholeStart(text.slice(end, end + CONTEXT_LENGTH));
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    { type: 'TextPositionSelector', start: places.write(start), end: places.write(end) },
  ];
}

/** Without half a character at its beginning. */
function wholeEnd(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, '');
}

/** Without half a character at its end. */
function wholeStart(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

/** Whether anything of a set is written. */
export function isWritten(record: AnnotationRecord): boolean {
  return record.kind !== 'status';
}
