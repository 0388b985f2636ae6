import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import type { Loss } from '../losses.ts';
import { layerLosses } from './layer-losses.ts';
import { planDataset } from './plan-dataset.ts';

/** What a CAS does not hold of this dataset, counted: values of features that hold several kinds become text. */
export function casLosses(
  dataset: Dataset,
  options: FormatOptions,
  format: string,
  main: string,
): readonly Loss[] {
  const { documents, kinds } = planDataset(dataset, options, format, main);
  let mixed = 0;
  for (const { plan } of documents) {
    for (const { layer, features } of plan.spans) mixed += mixedIn(layer, features);
    for (const { layer, feature, features } of plan.relations) {
      mixed += mixedIn(feature === null ? layer : `${layer}\t${feature}`, features);
    }
  }
  function mixedIn(layer: string, features: Readonly<Record<string, unknown>>): number {
    const own = kinds.of(layer);
    return Object.entries(features).filter(
      ([name, value]) => own.get(name) === 'string' && typeof value !== 'string',
    ).length;
  }
  const loss = {
    what: 'attribute values written as text',
    count: mixed,
    why: 'A feature holds values of one kind; where an attribute has several kinds, all are written as text.',
  };
  return [...layerLosses(dataset, options), ...(mixed > 0 ? [loss] : [])];
}

/** How many texts and values have characters that a format cannot hold. */
export function countTexts(dataset: Dataset, isBad: (text: string) => boolean): number {
  let count = 0;
  for (const { text, name } of dataset.documents) if (isBad(text) || isBad(name)) count++;
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) {
      if (record.kind !== 'span' && record.kind !== 'relation') continue;
      const values = Object.values(record.attributes).flat();
      const texts = [record.type, record.note, ...values.filter((one) => typeof one === 'string')];
      if (texts.some(isBad)) count++;
    }
  }
  return count;
}
