import type { Dataset, DatasetDocument, DatasetSet } from '../formats/dataset.ts';
import type { Loss } from '../formats/losses.ts';
import type { AnnotationRecord } from '../model/annotation-set.ts';
import { type ChosenFormat, isAboutRecords, lossesOf, lossKey } from './export-losses.ts';

/** The records of a set that a loss is about. */
export interface LostRecords {
  readonly loss: Loss;
  readonly set: DatasetSet;
  readonly records: ReadonlySet<AnnotationRecord>;
}

/**
 * Which records of a document a format loses, or loses something of. A format may say so itself; of a loss
 * that it only counts, the records are found by asking it about parts of the set.
 */
export function lostRecords(
  target: ChosenFormat,
  dataset: Dataset,
  document: DatasetDocument,
): readonly LostRecords[] {
  const ask = (sets: readonly DatasetSet[]) =>
    lossesOf(target, { ...dataset, documents: [{ ...document, sets }] });
  const unavoidable = new Set(ask([]).map(lossKey));
  const found: LostRecords[] = [];
  for (const loss of target.format.losesAcross ? ofAll(target, dataset) : ask(document.sets)) {
    const { records } = loss;
    const key = lossKey(loss);
    if (!records && (unavoidable.has(key) || !isAboutRecords(loss))) continue;
    for (const set of document.sets) {
      const countIn = (part: readonly AnnotationRecord[]) =>
        ask([{ ...set, records: part }]).find((one) => lossKey(one) === key)?.count ?? 0;
      const lost = records ? within(set, records) : new Set(search(set, set.records, countIn));
      found.push({ loss, set, records: lost });
    }
  }
  return found.filter(({ records }) => records.size > 0);
}

const known = new WeakMap<Dataset, { target: ChosenFormat; losses: readonly Loss[] }>();

/** The losses of all documents; kept, as every document is asked about in turn. */
function ofAll(target: ChosenFormat, dataset: Dataset): readonly Loss[] {
  const last = known.get(dataset);
  if (last?.target === target) return last.losses;
  const losses = lossesOf(target, dataset);
  known.set(dataset, { target, losses });
  return losses;
}

/** Lost of every set, and of no record. */
export const ANNOTATORS = 'names of annotators';

type Count = (records: readonly AnnotationRecord[]) => number;

/** Halves the records until those are left for which the loss is counted. */
function search(
  set: DatasetSet,
  part: readonly AnnotationRecord[],
  count: Count,
): readonly AnnotationRecord[] {
  if (part.length === 0) return [];
  const ends = endsOf(set, part);
  const has = count([...part, ...ends]) > (ends.length === 0 ? 0 : count(ends));
  if (!has) return [];
  if (part.length === 1) return part;
  const middle = part.length >>> 1;
  const halves = [part.slice(0, middle), part.slice(middle)];
  const found = halves.flatMap((half) => search(set, half, count));
  // It takes records of both halves: better too many than too few.
  return found.length > 0 ? found : part;
}

/** The spans at the ends of relations that are not among the records themselves. */
export function endsOf(
  set: DatasetSet,
  part: readonly AnnotationRecord[],
): readonly AnnotationRecord[] {
  const wanted = new Set<string>();
  for (const record of part) {
    if (record.kind === 'relation') wanted.add(record.from).add(record.to);
  }
  for (const record of part) wanted.delete(record.id);
  return wanted.size === 0 ? [] : set.records.filter((record) => wanted.has(record.id));
}

function within(set: DatasetSet, records: ReadonlySet<AnnotationRecord>) {
  return new Set(set.records.filter((record) => records.has(record)));
}
