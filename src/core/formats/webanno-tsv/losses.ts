import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { AttributeValue } from '../../model/attribute.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { flatSet } from '../json/flat-spans.ts';
import type { Loss } from '../losses.ts';
import { layerLosses, lossOf } from '../uima-layers/layer-losses.ts';
import { UnitLayout } from './lay-out-units.ts';

/** What a file of WebAnno TSV leaves out of this dataset or writes in another way, counted. */
export function tsvLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  const bare = new Set<AnnotationRecord>();
  const shrunk = new Set<AnnotationRecord>();
  const changed = new Set<AnnotationRecord>();
  let values = 0;
  const withoutEnds = new Set<AnnotationRecord>();
  for (const { document, set } of setsOf(dataset)) {
    const layout = new UnitLayout(document, options);
    const flat = flatSet(set.records, options);
    const stands = flat.spans.map(({ span, range }) => {
      const units = layout.unitsOf(range);
      const [first, last] = [units[0], units.at(-1)];
      if (!first || !last) {
        bare.add(span);
        return false;
      }
      if (first.start > range.start || last.end < range.end) shrunk.add(span);
      return true;
    });
    for (const relation of flat.relations) {
      const ends = [relation.from, relation.to].map((id) => stands[flat.indexOf.get(id) ?? -1]);
      if (!ends.every(Boolean)) withoutEnds.add(relation);
    }
    for (const record of set.records) {
      if (record.kind !== 'span' && record.kind !== 'relation') continue;
      const count = Object.values(record.attributes).filter(isChanged).length;
      if (count > 0) changed.add(record);
      values += count;
    }
  }
  return [
    ...layerLosses(dataset, options),
    ...lossOf('spans without a token', 'They stand on nothing but white space.', bare),
    ...lossOf('relations between spans without a token', 'Their ends are left out.', withoutEnds),
    ...lossOf(
      'spans with white space at their edges',
      'The format holds tokens; these spans are written without the white space.',
      shrunk,
    ),
    ...lossOf(
      'attribute values that are not text',
      'Numbers, yes or no, and lists are written as text; carriage returns and empty values are not kept.',
      changed,
      values,
    ),
    ...startLoss(dataset),
  ];
}

function startLoss(dataset: Dataset): readonly Loss[] {
  const count = dataset.documents.filter(({ text }) => {
    const start = /^\s*/u.exec(text)?.[0] ?? '';
    return /[^ ]/u.test(start) || (start !== '' && start === text);
  }).length;
  if (count === 0) return [];
  const why =
    'The text of the format begins with its first word; what stands before it becomes blanks.';
  return [{ what: 'texts that begin with white space', count, why }];
}

function isChanged(value: AttributeValue): boolean {
  return typeof value !== 'string' || value === '' || value.includes('\r');
}
