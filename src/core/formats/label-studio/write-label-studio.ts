import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Annotator } from '../../model/annotator.ts';
import type { Attributes } from '../../model/attribute.ts';
import type { Schema } from '../../model/schema.ts';
import { findByName } from '../../schema/lookup.ts';
import { completeSchema, inOrderOfIds } from '../complete-schema.ts';
import { type Dataset, type DatasetDocument, type DatasetSet, IMPORTED } from '../dataset.ts';
import { safeFileName } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { carriedJson, sameRecords } from '../json/carried-json.ts';
import { flatSet } from '../json/flat-spans.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { OffsetPlaces } from '../json/offset-units.ts';
import { UNNAMED } from './read-annotation.ts';
import { LABEL_STUDIO } from './read-label-studio.ts';
import { type Reading, readTask } from './read-task.ts';
import { writeValue } from './read-value.ts';
import { writeConfig } from './write-config.ts';

/** Names as they stand in results and in the configuration. */
type Names = Pick<Reading, 'key' | 'control' | 'object'>;

interface Writing {
  readonly names: Names;
  readonly schema: Schema;
  readonly options: FormatOptions;
  /** Numbers of the annotators. */
  readonly people: ReadonlyMap<string, number>;
}

/** Writes one list of tasks with the annotations of everybody, and the labeling configuration. */
export function writeLabelStudio(given: Dataset, options: FormatOptions): readonly TargetFile[] {
  const dataset = inOrderOfIds(given);
  const schema = completeSchema(dataset.schema, dataset.documents);
  const people = new Map<string, number>();
  for (const { sets } of dataset.documents) {
    for (const { annotator } of sets) {
      if (!people.has(annotator.id)) people.set(annotator.id, people.size + 1);
    }
  }
  const writing = { names: namesFor(dataset, schema), schema, options, people };
  const name = safeFileName(dataset.name, 'dataset');
  return [
    { path: `${name}.json`, parts: () => tasks(dataset, writing) },
    { path: `${name} - labeling config.xml`, parts: () => [writeConfig(schema, writing.names)] },
  ];
}

/** The names that the tasks were read with, if all were read with the same ones. */
function namesFor({ documents }: Dataset, schema: Schema): Names {
  const readings = documents.map((document) => readingOf(document));
  const known = (name: keyof Names) => readings.find((one) => one && one[name] !== '')?.[name];
  const first = { key: known('key') ?? '', control: known('control'), object: known('object') };
  const names = { ...first, control: first.control ?? 'label', object: first.object ?? 'text' };
  if (first.key !== '' && readings.every((one) => one && fits(one, names))) return names;
  const taken = new Set([
    ...schema.documentLabels.map(({ name }) => name),
    ...schema.entityTypes.flatMap(({ attributes }) => attributes.map(({ name }) => name)),
  ]);
  const free = (name: string): string => (taken.has(name) ? free(`${name}_`) : name);
  return { key: 'text', control: free('label'), object: free('text') };
}

/** Whether what was read with these names can stand beside what is written with those. */
function fits(reading: Names, names: Names): boolean {
  const isSame = (name: 'control' | 'object') => ['', names[name]].includes(reading[name]);
  return reading.key === names.key && isSame('control') && isSame('object');
}

function readingOf(document: DatasetDocument): Reading | undefined {
  const carried = carriedJson(document, LABEL_STUDIO);
  if (!carried) return undefined;
  const reading: unknown = JSON.parse(carried.reading);
  if (!isObject(reading)) return undefined;
  const { key, control, object, many } = reading;
  if (typeof key !== 'string' || typeof control !== 'string' || typeof object !== 'string') {
    return undefined;
  }
  const names = Array.isArray(many) ? many.filter((name) => typeof name === 'string') : [];
  return { key, control, object, many: names };
}

function* tasks({ documents }: Dataset, writing: Writing): Generator<string> {
  for (const [i, document] of documents.entries()) {
    const task = unchanged(document, writing.names) ?? taskOf(document, i + 1, writing);
    yield `${i === 0 ? '[\n' : ',\n'}${JSON.stringify(task)}`;
  }
  yield documents.length === 0 ? '[]\n' : '\n]\n';
}

/** The task as it was read, where it still says what the sets say. */
function unchanged(document: DatasetDocument, names: Names): JsonObject | undefined {
  const reading = readingOf(document);
  const isSame = reading && fits(reading, names);
  const task: unknown = JSON.parse(carriedJson(document, LABEL_STUDIO)?.raw ?? 'null');
  if (!isSame || !isObject(task)) return undefined;
  const read = readTask(task, reading);
  if (read?.text !== document.text || read.sets.length !== document.sets.length) return undefined;
  const areSame = document.sets.every(({ annotator, records }, i) => {
    const other = read.sets[i];
    return other?.annotator.id === annotator.id && sameRecords(other.records, records);
  });
  return areSame ? task : undefined;
}

function taskOf(document: DatasetDocument, id: number, writing: Writing): JsonObject {
  const { key } = writing.names;
  const extra = Object.entries(document.metadata ?? {}).filter(
    ([name]) => name !== key && name !== 'name' && name !== '__proto__',
  );
  const data = { [key]: document.text, name: document.name, ...Object.fromEntries(extra) };
  const places = new OffsetPlaces(document.text, 'code-points');
  const annotations = document.sets.map((set, i) => ({
    id: id * 1000 + i,
    ...completedBy(set.annotator, writing.people.get(set.annotator.id) ?? 0),
    result: [...resultsOf(set, document.text, places, writing)],
  }));
  return { id, data, annotations, predictions: [] };
}

function completedBy({ id, name }: Annotator, number: number): JsonObject {
  if (id === IMPORTED.id) return {};
  return { completed_by: { id: number, username: id, email: '', first_name: name, last_name: '' } };
}

function* resultsOf(
  { records }: DatasetSet,
  text: string,
  places: OffsetPlaces,
  { names, schema, options }: Writing,
): Generator<JsonObject> {
  const { spans, indexOf, relations } = flatSet(records, options);
  const idOf = (span: string) => `s${(indexOf.get(span) ?? 0) + 1}`;
  const origin = { to_name: names.object, origin: 'manual' };
  for (const [i, { span, range }] of spans.entries()) {
    const place = {
      start: places.write(range.start),
      end: places.write(range.end),
      text: text.slice(range.start, range.end),
    };
    const id = `s${i + 1}`;
    yield {
      id,
      from_name: names.control,
      ...origin,
      type: 'labels',
      value: { ...place, labels: [span.type] },
      ...(span.note === '' ? {} : { meta: { text: [span.note] } }),
    };
    for (const [name, given] of sorted(span.attributes)) {
      const definition = findByName(schema.entityTypes, span.type)?.attributes;
      const { type, value } = writeValue(given, isChoice(definition, name, given));
      // A text area has its own `text`, in place of the words of the region.
      yield { id, from_name: name, ...origin, type, value: { ...place, ...value } };
    }
  }
  for (const { type, from, to } of relations) {
    const labels = type === UNNAMED ? [] : [type];
    yield { from_id: idOf(from), to_id: idOf(to), type: 'relation', direction: 'right', labels };
  }
  for (const record of labelsOf(records)) {
    const { type, value } = writeValue(
      record.value,
      isChoice(schema.documentLabels, record.name, record.value),
    );
    yield { id: record.id, from_name: record.name, ...origin, type, value };
  }
}

function labelsOf(records: readonly AnnotationRecord[]) {
  return records.filter((record) => record.kind === 'label').sort((a, b) => (a.id < b.id ? -1 : 1));
}

function sorted(attributes: Attributes) {
  return Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
}

function isChoice(
  definitions: Schema['documentLabels'] | undefined,
  name: string,
  value: unknown,
): boolean {
  const definition = definitions && findByName(definitions, name);
  return (
    typeof value === 'string' && definition?.kind === 'one-of' && definition.values.includes(value)
  );
}
