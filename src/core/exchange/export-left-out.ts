import type { Dataset, DatasetDocument, DatasetSet } from '../formats/dataset.ts';
import type { AnnotationRecord } from '../model/annotation-set.ts';
import { type ChosenFormat, lossesOf } from './export-losses.ts';
import { ANNOTATORS, endsOf, lostRecords } from './export-lost-records.ts';

/**
 * What a format leaves out of a document, as sets of its own: every record that is lost or loses something,
 * whole and under its id, with the spans at the ends of lost relations. Imported onto the same document, they
 * complete what the export holds. A set of which only the annotator's name is lost has no records.
 * @returns `null` where nothing of it is lost.
 */
export function leftOutOf(
  target: ChosenFormat,
  dataset: Dataset,
  document: DatasetDocument,
): DatasetDocument | null {
  const lost = new Map<DatasetSet, Set<AnnotationRecord>>();
  const note = (set: DatasetSet, records: Iterable<AnnotationRecord>) => {
    const all = lost.get(set) ?? new Set<AnnotationRecord>();
    lost.set(set, all);
    for (const record of records) all.add(record);
  };
  for (const { set, records } of lostRecords(target, dataset, document)) note(set, records);
  const own = lossesOf(target, { ...dataset, documents: [document] });
  const losesNames = own.some(({ what }) => what === ANNOTATORS);
  if (losesNames) for (const set of document.sets) note(set, []);
  const losesText = own.some(({ what }) => what === 'texts');
  if (lost.size === 0 && !losesText) return null;
  const sets = document.sets.flatMap((set) => {
    const records = lost.get(set);
    if (!records) return [];
    const ends = endsOf(set, [...records]);
    return [{ ...set, records: [...ends, ...records] }];
  });
  const { id, name, text } = document;
  return { id, name, text, sets };
}
