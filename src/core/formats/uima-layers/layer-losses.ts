import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { flatLosses } from '../json/flat-spans.ts';
import type { Loss } from '../losses.ts';

/** What layers do not hold, whatever the file: several ranges, and notes on a whole document. */
export function layerLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  const notes = new Set<AnnotationRecord>();
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) if (record.kind === 'note') notes.add(record);
  }
  return [
    ...flatLosses(dataset, options),
    ...lossOf('notes on documents', 'The format holds notes on spans and relations only.', notes),
  ];
}

/** A loss of these records, or of so many things of theirs; none where there are none. */
export function lossOf(
  what: string,
  why: string,
  records: ReadonlySet<AnnotationRecord>,
  count = records.size,
): readonly Loss[] {
  return records.size === 0 ? [] : [{ what, why, count, records }];
}
