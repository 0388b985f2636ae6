import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { flatLosses } from '../json/flat-spans.ts';
import type { Loss } from '../losses.ts';
import { illegalXmlPositions } from '../xml/escape.ts';
import { comesBack, labelSet, labelsLeftOut, variablesOf } from './plan-project.ts';

/** What a project cannot hold of this dataset. */
export function refiLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  if (options['form'] === 'codebook') return codebookLosses(dataset);
  const notes = new Set<AnnotationRecord>();
  const values = new Set<AnnotationRecord>();
  const illegal = new Set<AnnotationRecord>();
  const variables = variablesOf(dataset);
  let nothing = 0;
  for (const { document, set } of setsOf(dataset)) {
    for (const record of set.records) {
      if (record.kind === 'relation' && record.note !== '') notes.add(record);
      if (record.kind === 'label' && labelSet(document) === set) {
        const kind = variables.get(record.name) ?? 'Text';
        if (!comesBack(record.value, kind)) values.add(record);
      }
      if (illegalXmlPositions(wordsIn(record)).length > 0) illegal.add(record);
    }
    if (set.records.every(({ kind }) => kind === 'status')) nothing++;
  }
  const labels = labelsLeftOut(dataset);
  const losses: readonly Loss[] = [
    {
      what: 'notes on relations',
      count: notes.size,
      why: 'Links have no notes that other programs show.',
      records: notes,
    },
    {
      what: 'document labels of further annotators',
      count: labels.size,
      why: 'Variables do not say who gave them; those of one annotator are written.',
      records: labels,
    },
    {
      what: 'values of another kind',
      count: values.size,
      why: 'A variable has one kind, and one value; lists and mixed values are written as text.',
      records: values,
    },
    {
      what: 'names of annotators who annotated nothing',
      count: nothing,
      why: 'A project says who coded; who coded nothing is not named.',
    },
    {
      what: 'values with control characters',
      count: illegal.size,
      why: 'XML cannot hold these characters; � stands for each.',
      records: illegal,
    },
  ];
  return [...flatLosses(dataset, options), ...losses.filter(({ count }) => count > 0)];
}

function wordsIn(record: AnnotationRecord): string {
  if (record.kind === 'span') return record.type + record.note;
  if (record.kind === 'relation') return record.type;
  if (record.kind === 'label') return record.name + String(record.value);
  return record.kind === 'note' ? record.text : '';
}

function codebookLosses(dataset: Dataset): readonly Loss[] {
  const spans = new Set<AnnotationRecord>();
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) if (record.kind === 'span') spans.add(record);
  }
  const why = 'A codebook holds the names, colours and descriptions of types, and no annotations.';
  return spans.size === 0 ? [] : [{ what: 'spans', count: spans.size, why, records: spans }];
}
