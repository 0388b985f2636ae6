import { type Dataset, setsOf } from '../dataset.ts';
import type { Loss } from '../losses.ts';
import { illegalXmlPositions } from '../xml/escape.ts';

/** Texts, names and values with characters that XML 1.0 cannot hold. */
export function illegalLosses(dataset: Dataset): readonly Loss[] {
  let count = 0;
  for (const { text } of dataset.documents) count += illegalXmlPositions(text).length;
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) {
      const { attributes, note } =
        'attributes' in record
          ? record
          : { attributes: {}, note: 'text' in record ? record.text : '' };
      const values = record.kind === 'label' ? [record.value] : Object.values(attributes);
      for (const value of [note, ...values]) {
        for (const one of typeof value === 'object' ? value : [value]) {
          count += illegalXmlPositions(String(one)).length;
        }
      }
    }
  }
  if (count === 0) return [];
  const why = 'XML has no place for control characters; others stand for them.';
  return [{ what: 'characters that XML cannot hold', count, why }];
}
