import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { flatLosses } from '../json/flat-spans.ts';
import type { Loss } from '../losses.ts';

/** What Label Studio cannot hold of this dataset with these options. */
export function labelStudioLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  let [notes, attributes, yesNo] = [0, 0, 0];
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) {
      if (record.kind === 'note') notes++;
      if (record.kind === 'relation') {
        if (record.note !== '') notes++;
        attributes += Object.keys(record.attributes).length;
      }
      const values =
        record.kind === 'span'
          ? Object.values(record.attributes)
          : record.kind === 'label'
            ? [record.value]
            : [];
      yesNo += values.filter((value) => typeof value === 'boolean').length;
    }
  }
  const { entityTypes, relationTypes } = dataset.schema;
  const rules = [...entityTypes, ...relationTypes].filter(
    (type) => type.parent !== null || type.description !== '' || type.examples.length > 0,
  );
  return [
    { what: 'notes on documents and relations', count: notes, why: 'Only regions have notes.' },
    { what: 'attributes of relations', count: attributes, why: 'Relations have labels only.' },
    {
      what: 'values of yes or no',
      count: yesNo,
      why: 'They are written as choices, and come back as the words yes and no.',
    },
    {
      what: 'guidelines and parents of types',
      count: rules.length,
      why: 'The labeling configuration has names, colours, keys and attributes only.',
    },
    ...flatLosses(dataset, options),
  ].filter(({ count }) => count > 0);
}
