import type { Dataset, DatasetDocument, DatasetSet } from '../formats/dataset.ts';
import type { Loss } from '../formats/losses.ts';
import type { AnnotationRecord } from '../model/annotation-set.ts';
import { type ChosenFormat, lossesOf, lossKey } from './export-losses.ts';

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
  const unavoidable = new Map(ask([]).map((loss) => [lossKey(loss), loss.count]));
  const found: LostRecords[] = [];
  for (const set of document.sets) {
    for (const loss of ask([set])) {
      const { records } = loss;
      if (records) found.push({ loss, set, records: within(set, records) });
      else if (!unavoidable.has(lossKey(loss)) && loss.what !== ANNOTATORS) {
        const countIn = (part: readonly AnnotationRecord[]) =>
          ask([{ ...set, records: part }]).find((one) => lossKey(one) === lossKey(loss))?.count ??
          0;
        found.push({ loss, set, records: new Set(search(set, set.records, countIn)) });
      }
    }
  }
  return found.filter(({ records }) => records.size > 0);
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
