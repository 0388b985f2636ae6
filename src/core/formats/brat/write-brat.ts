import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { completeSchema, inOrderOfIds } from '../complete-schema.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { TargetFile } from '../format.ts';
import { sameRecords } from '../json/carried-json.ts';
import { StoredNames } from '../stored-names.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { carriedData, carriedFiles } from './carried.ts';
import { BRAT_NAMES } from './names.ts';
import { isEvent, planSet } from './plan-set.ts';
import { type Remembered, writeAnnotations } from './write-annotations.ts';
import { type Uses, writeAnnotationConf, writeVisualConf } from './write-config.ts';

/**
 * Writes a text and its annotations for each document, in a folder for each annotator where there are
 * several, and the schema as `annotation.conf` and `visual.conf`.
 */
export function writeBrat(given: Dataset): readonly TargetFile[] {
  const dataset = inOrderOfIds(given);
  const schema = completeSchema(dataset.schema, dataset.documents);
  const names = new StoredNames(namesIn(schema), BRAT_NAMES);
  const files = filesByAnnotator(dataset, 'per-document').flatMap(({ path, documents }) =>
    documents.flatMap((one) => filesOf(path, one, names)),
  );
  return [
    ...files,
    {
      path: 'annotation.conf',
      parts: () => [writeAnnotationConf(schema, names, usesOf(dataset))],
    },
    { path: 'visual.conf', parts: () => [writeVisualConf(schema, names)] },
  ];
}

/** All names that stand in the files. */
export function* namesIn(schema: Dataset['schema']): Generator<string> {
  for (const { name, attributes } of [...schema.entityTypes, ...schema.relationTypes]) {
    yield name;
    for (const attribute of attributes) yield attribute.name;
  }
}

/** What is written is got when it is written: the dataset may be larger than memory. */
function filesOf(path: string, one: DocumentOfOne, names: StoredNames): readonly TargetFile[] {
  const { document } = one;
  const text = { path: `${path}.txt`, parts: () => [document.text] };
  // Nobody annotated it: a text alone is read again as that.
  if (document.sets.length === 0) return [text];
  const kept = keptExtensions(one);
  if (kept) {
    const parts = (i: number) => () => [carriedData(document)?.files[i]?.text ?? ''];
    return [
      text,
      ...kept.map((extension, i) => ({ path: `${path}.${extension}`, parts: parts(i) })),
    ];
  }
  const parts = () => {
    const remembered: Remembered | undefined = carriedFiles(document)?.read;
    return writeAnnotations(document.text, one.records, names, remembered);
  };
  return [text, { path: `${path}.ann`, parts }];
}

/** Extensions of the files that the document came with, where they still say what the records say. */
function keptExtensions({ document, records }: DocumentOfOne): readonly string[] | undefined {
  const carried = carriedFiles(document);
  if (!carried || !sameRecords(carried.read.records, records)) return undefined;
  return carried.files.map(({ extension }) => extension);
}

function usesOf(dataset: Dataset): Uses {
  const events = new Set<string>();
  const roles = new Map<string, Set<string>>();
  const values = new Map<string, Set<string>>();
  for (const { document, set } of setsOf(dataset)) {
    const plan = planSet(document.text, set.records);
    for (const planned of plan.spans) {
      if (!isEvent(planned)) continue;
      const { id, type } = planned.span;
      events.add(type);
      for (const role of plan.roles.get(id) ?? []) addTo(roles, role.type, type);
    }
    for (const record of set.records) noteValues(record, values);
  }
  return { events, roles, values };
}

function noteValues(record: AnnotationRecord, values: Map<string, Set<string>>): void {
  if (!('attributes' in record)) return;
  for (const [name, value] of Object.entries(record.attributes)) {
    for (const one of typeof value === 'object' ? value : [value]) {
      if (typeof one !== 'boolean') addTo(values, name, String(one));
    }
  }
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set<string>();
  sets.set(key, set.add(value));
}
