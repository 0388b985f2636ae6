import { type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { sameRecords } from '../json/carried-json.ts';
import type { GateDocument, GateSet } from './gate-document.ts';
import { setsOfGate } from './read-document.ts';
import type { Linguistic } from './read-set.ts';
import { FreeIds, KnownIds, type RelationForm, type Remembered, writeSet } from './write-set.ts';

/** Name of the annotation set of each of the document's sets, in their order; none twice. */
export function setNames({ sets }: Pick<DatasetDocument, 'sets'>): readonly string[] {
  const taken = new Set<string>();
  return sets.map(({ annotator }) => {
    if (annotator.id === IMPORTED.id) return '';
    const name = annotator.name.toWellFormed();
    let free = name;
    for (let i = 2; taken.has(free); i++) free = `${name} (${i})`;
    taken.add(free);
    return free;
  });
}

/** Whether what was read from a document of GATE is still what the dataset's document says. */
export function isUnchanged(
  document: DatasetDocument,
  gate: GateDocument,
  linguistic: Linguistic,
): boolean {
  if (gate.text !== document.text) return false;
  const saying = setsOfGate(gate, linguistic).filter(({ isSaying }) => isSaying);
  const names = setNames(document);
  if (names.length !== saying.length) return false;
  return saying.every(({ name, set }) => {
    const records = document.sets[names.indexOf(name)]?.records;
    return records !== undefined && sameRecords(records, set.records);
  });
}

/**
 * A document as GATE has it.
 * @param before what it was read from: annotations that are no records, and features, stay as they were.
 */
export function gateOfDocument(
  document: DatasetDocument,
  options: FormatOptions,
  form: RelationForm,
  before?: { readonly gate: GateDocument; readonly linguistic: Linguistic },
): GateDocument {
  const { text, metadata = {} } = document;
  const same = before?.gate.text === text ? before : undefined;
  const remembered = new Map<string, Remembered>();
  for (const [i, { name, set }] of (same ? setsOfGate(same.gate, same.linguistic) : []).entries()) {
    const raw = same?.gate.sets[i];
    if (raw) remembered.set(name, { set: raw, read: set });
  }
  const known = new KnownIds(document.sets.flatMap(({ records }) => records.map(({ id }) => id)));
  for (const { read } of remembered.values()) {
    for (const { id } of [...read.kept, ...read.keptRelations]) known.add(id);
  }
  const names = setNames(document);
  // Ids differ within a set; files of GATE itself have no two alike in the whole document.
  const shared = form === 'relations' ? new FreeIds(known) : undefined;
  const sets: GateSet[] = document.sets.map(({ records }, i) => {
    const name = names[i] ?? '';
    const ids = shared ?? new FreeIds(known);
    return writeSet(name, text, records, options, form, ids, remembered.get(name));
  });
  const { features = metadata, classes } = same?.gate ?? {};
  return { name: document.name, text, features, ...(classes ? { classes } : {}), sets };
}
