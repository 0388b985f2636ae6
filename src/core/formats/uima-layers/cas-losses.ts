import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import type { Loss } from '../losses.ts';
import type { Features } from './layer-document.ts';
import { layerLosses, lossOf } from './layer-losses.ts';
import { type LayerFormat, planDataset, planOf } from './plan-dataset.ts';

/** What a CAS does not hold of this dataset, counted: values of features that hold several kinds become text. */
export function casLosses(
  dataset: Dataset,
  options: FormatOptions,
  how: LayerFormat,
): readonly Loss[] {
  const { files, kinds } = planDataset(dataset, options, how);
  const mixed = new Set<AnnotationRecord>();
  let values = 0;
  const look = (record: AnnotationRecord, layer: string, features: Features) => {
    const own = kinds.of(layer);
    for (const [name, value] of Object.entries(features)) {
      if (own.get(name) !== 'string' || typeof value === 'string') continue;
      mixed.add(record);
      values++;
    }
  };
  for (const { one, isKept } of files) {
    if (isKept) continue;
    const plan = planOf(one, options, how);
    for (const { span, layer, features } of plan.spans) look(span, layer, features);
    for (const { relation, layer, feature, features } of plan.relations) {
      look(relation, feature === null ? layer : `${layer}\t${feature}`, features);
    }
  }
  return [
    ...layerLosses(dataset, options),
    ...lossOf(
      'attribute values written as text',
      'A feature holds values of one kind; where an attribute has several kinds, all are written as text.',
      mixed,
      values,
    ),
  ];
}

/** The texts and names of documents, and the records, that hold what a format cannot hold. */
export function badTexts(
  dataset: Dataset,
  isBad: (text: string) => boolean,
): { readonly texts: number; readonly records: ReadonlySet<AnnotationRecord> } {
  const records = new Set<AnnotationRecord>();
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) {
      if (record.kind !== 'span' && record.kind !== 'relation') continue;
      const values = Object.values(record.attributes).flat();
      const texts = [record.type, record.note, ...values.filter((one) => typeof one === 'string')];
      if (texts.some(isBad)) records.add(record);
    }
  }
  const texts = dataset.documents.filter(({ text, name }) => isBad(text) || isBad(name)).length;
  return { texts, records };
}
