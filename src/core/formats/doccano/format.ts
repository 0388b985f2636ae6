import { ok } from '../../result.ts';
import type { Format, FormatOption, SourceFile } from '../format.ts';
import { firstValue } from '../json/first-value.ts';
import { isObject } from '../json/json-values.ts';
import { JSON_LINES } from '../pieces.ts';
import { DISCONTINUOUS_OPTION } from '../tokens/token-options.ts';
import { DOCCANO, readDoccano } from './read-doccano.ts';
import { doccanoLosses, unitOf, writeDoccano } from './write-doccano.ts';

const OFFSETS: FormatOption = {
  id: 'offsets',
  name: 'Offsets',
  description:
    'What they count. The file does not say it; it matters only for characters such as emoji.',
  choices: [
    { value: 'utf-16', name: 'UTF-16 code units, as spans drawn in doccano' },
    { value: 'code-points', name: 'Unicode code points, as in Python' },
  ],
  default: 'utf-16',
};

const READ_OFFSETS: FormatOption = {
  ...OFFSETS,
  choices: [
    ...OFFSETS.choices,
    {
      value: 'characters',
      name: 'Characters as people see them, an option of projects of doccano',
    },
  ],
};

const FORM: FormatOption = {
  id: 'form',
  name: 'Kind of project',
  description: 'Which kind of project of doccano the file is for.',
  choices: [
    { value: 'relations', name: 'Spans and relations (entities, relations)' },
    { value: 'labels', name: 'Sequence labelling (label)' },
  ],
  default: 'relations',
};

/** Keys of other formats that have a text, too. */
const FOREIGN = ['tokens', 'spans', 'answer', '_input_hash', 'annotations', 'document', 'doc_key'];

function recognizes(head: SourceFile): number {
  const value = firstValue(head);
  if (!isObject(value) || FOREIGN.some((key) => key in value)) return 0;
  const text = value['text'] ?? value['data'] ?? value['column_data'];
  if (typeof text !== 'string') return 0;
  const list = value['entities'] ?? value['label'] ?? value['labels'] ?? value['column_label'];
  if (!Array.isArray(list)) return 0;
  if ('Comments' in value) return 0.95;
  const [first] = list;
  if (isObject(first)) return 'start_offset' in first && 'end_offset' in first ? 0.95 : 0;
  if (Array.isArray(first)) return typeof first[2] === 'string' ? 0.85 : 0;
  return typeof first === 'string' ? 0.5 : 0.4;
}

/** One text with its spans in each line. */
export const doccano: Format = {
  id: DOCCANO,
  name: 'doccano JSONL',
  description:
    'One text in each line, with spans, relations, categories and comments: for doccano. What offsets count is an option.',
  extensions: ['jsonl', 'json'],
  unit: 'chosen',
  versions: 'doccano 1.8: sequence labelling, relations, text classification',
  loses: ['schema', 'annotators', 'attributes', 'statuses'],
  losses: doccanoLosses,
  options: [FORM, OFFSETS, DISCONTINUOUS_OPTION],
  readOptions: [READ_OFFSETS],
  pieces: JSON_LINES,
  recognizes,
  read: (files, options) => readDoccano(files, unitOf(options)),
  write: (dataset, options) => ok(writeDoccano(dataset, options)),
};
