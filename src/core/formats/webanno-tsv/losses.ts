import type { AttributeValue } from '../../model/attribute.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { flatSet } from '../json/flat-spans.ts';
import type { Loss } from '../losses.ts';
import { layerLosses } from '../uima-layers/layer-losses.ts';
import { UnitLayout } from './lay-out-units.ts';

/** What a file of WebAnno TSV leaves out of this dataset or writes in another way, counted. */
export function tsvLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  let [bare, shrunk, changed] = [0, 0, 0];
  for (const { document, set } of setsOf(dataset)) {
    const layout = new UnitLayout(document, options);
    for (const { range } of flatSet(set.records, options).spans) {
      const units = layout.unitsOf(range);
      const [first, last] = [units[0], units.at(-1)];
      if (!first || !last) bare++;
      else if (first.start > range.start || last.end < range.end) shrunk++;
    }
    for (const record of set.records) {
      if (record.kind !== 'span' && record.kind !== 'relation') continue;
      for (const value of Object.values(record.attributes)) if (isChanged(value)) changed++;
      if (record.note.includes('\r')) changed++;
    }
  }
  const starts = dataset.documents.filter((document) => {
    const start = /^\s*/u.exec(document.text)?.[0] ?? '';
    return /[^ ]/u.test(start) || (start !== '' && start === document.text);
  }).length;
  const losses = [
    ...layerLosses(dataset, options),
    { what: 'spans without a token', count: bare, why: 'They stand on nothing but white space.' },
    {
      what: 'spans with white space at their edges',
      count: shrunk,
      why: 'The format holds tokens; these spans are written without the white space.',
    },
    {
      what: 'attribute values that are not text',
      count: changed,
      why: 'Numbers, yes or no, and lists are written as text; carriage returns and empty values are not kept.',
    },
    {
      what: 'texts that begin with white space',
      count: starts,
      why: 'The text of the format begins with its first word; what stands before it becomes blanks.',
    },
  ];
  return losses.filter(({ count }) => count > 0);
}

function isChanged(value: AttributeValue): boolean {
  return typeof value !== 'string' || value === '' || value.includes('\r');
}
