import { ok } from '../../result.ts';
import type { Format, FormatOption, SourceFile } from '../format.ts';
import { firstValue } from '../json/first-value.ts';
import { isObject } from '../json/json-values.ts';
import { readRecogito } from './read-recogito.ts';
import { writeRecogito } from './write-recogito.ts';

const TEXTS: FormatOption = {
  id: 'texts',
  name: 'Texts',
  description: 'The texts that the annotations are about, as files beside them.',
  choices: [
    { value: 'files', name: 'One file per document' },
    { value: 'left-out', name: 'Leave out' },
  ],
  default: 'files',
};

const LOSES = ['schema', 'relations', 'document labels', 'statuses'] as const;

function recognizes(head: SourceFile): number {
  const value = firstValue(head);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (!isObject(first)) return 0;
  if ('annotation_id' in first && 'anchor' in first) return 0.95;
  const { target } = first;
  if (!Array.isArray(first['bodies']) || !isObject(target)) return 0;
  return 'selector' in target ? 0.95 : 0;
}

/** Annotations of Recogito’s text annotator. */
export const recogito: Format = {
  id: 'recogito',
  name: 'Recogito JSON',
  description:
    'Annotations as Recogito’s text annotator loads and gives them, with a text file for each document. Offsets count UTF-16 code units. Reads the annotations of Recogito 2 with their relations, too. Where position and words differ, the words count.',
  extensions: ['json'],
  unit: 'UTF-16 code units',
  versions: 'Recogito text annotator 3; Recogito 2 (reading)',
  loses: LOSES,
  losesWith: (options) => (options['texts'] === 'left-out' ? [...LOSES, 'texts'] : LOSES),
  losses: (dataset) => {
    const notes = new Set(
      dataset.documents
        .flatMap(({ sets }) => sets.flatMap(({ records }) => records))
        .filter(({ kind }) => kind === 'note'),
    );
    const why = 'The format has notes on annotations, not on the text as a whole.';
    return notes.size === 0
      ? []
      : [{ what: 'notes on documents', count: notes.size, why, records: notes }];
  },
  options: [TEXTS],
  textsBeside: true,
  recognizes,
  read: (files) => readRecogito(files),
  write: (dataset, options) => ok(writeRecogito(dataset, options)),
};
