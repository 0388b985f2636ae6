import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { flatLosses } from '../json/flat-spans.ts';
import type { Loss } from '../losses.ts';

/** What layers do not hold, whatever the file: several ranges, and notes on a whole document. */
export function layerLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  let notes = 0;
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) if (record.kind === 'note') notes++;
  }
  const losses = [
    ...flatLosses(dataset, options),
    {
      what: 'notes on documents',
      count: notes,
      why: 'The format holds notes on spans and relations only.',
    },
  ];
  return losses.filter(({ count }) => count > 0);
}
