import { ok } from '../../result.ts';
import type { Format, SourceFile } from '../format.ts';
import { IOB_OPTIONS } from '../iob/options.ts';
import { linesIn, withoutMark } from '../tokens/lines-in.ts';
import { HF } from './draft.ts';
import { areTags, looksLikeFeatures } from './features.ts';
import { readHf } from './read-hf.ts';
import { type HfRow, readRow, startsDocument } from './row.ts';
import { hfLosses, writeHf } from './write-hf.ts';

/** Rows for the `datasets` library. */
export const hfDatasets: Format = {
  id: HF,
  name: 'Hugging Face datasets (JSONL)',
  description:
    'A row per sentence with tokens and ner_tags, or a row per text with spans that may overlap. Offsets of spans count Unicode code points.',
  extensions: ['jsonl', 'json'],
  unit: 'chosen',
  versions: 'Hugging Face datasets, JSON lines',
  loses: [
    'schema',
    'annotators',
    'relations',
    'attributes',
    'notes',
    'document labels',
    'statuses',
  ],
  options: [
    {
      id: 'form',
      name: 'Rows',
      description: 'What a row holds.',
      choices: [
        { value: 'tokens', name: 'Tokens of a sentence, with tags' },
        { value: 'text', name: 'A text, with the places of its spans' },
      ],
      default: 'tokens',
    },
    {
      id: 'tags',
      name: 'Tags are',
      description: 'The features file (dataset_info.json) says which number is which tag.',
      choices: [
        { value: 'names', name: 'Names' },
        { value: 'numbers', name: 'Numbers' },
      ],
      default: 'names',
    },
    ...IOB_OPTIONS,
  ],
  readOptions: [
    {
      id: 'lines',
      name: 'Rows with tokens',
      description: 'Rows that name the same document are always of one document.',
      choices: [
        { value: 'sentences', name: 'Are sentences of one document' },
        { value: 'documents', name: 'Are documents' },
      ],
      default: 'sentences',
    },
    {
      id: 'offsets',
      name: 'Offsets of spans count',
      description: 'Python counts code points; JavaScript and Java count UTF-16.',
      choices: [
        { value: 'code-points', name: 'Unicode code points' },
        { value: 'utf-16', name: 'UTF-16 code units' },
      ],
      default: 'code-points',
    },
  ],
  recognizes,
  // The features are a file of one object: `dataset_info.json`.
  pieces: { startsAt: startsDocument, isShared: (path) => /\.json$/iu.test(path) },
  read: readHf,
  write: (dataset, options) => ok(writeHf(dataset, options)),
  losses: hfLosses,
};

const ENOUGH = 5;
/** Columns that only other tools write. */
const OTHERS = [
  '_input_hash',
  '_task_hash',
  'answer',
  'relations',
  'annotations',
  'sets',
  'predictions',
];

function recognizes(head: SourceFile): number {
  if (!('text' in head) || !/^\ufeff?\s*\{/u.test(head.text)) return 0;
  if (looksLikeFeatures(head.text)) return head.text.includes('"_type"') ? 0.8 : 0;
  let lowest = 1;
  let rows = 0;
  for (const { text, number, lineBreak } of linesIn(withoutMark(head.text))) {
    if (text.trim() === '') continue;
    const row = readRow(text, head.path, number);
    // The last line of a head may be cut.
    if (!row.ok && lineBreak === '' && rows > 0) break;
    lowest = Math.min(lowest, row.ok ? likelihood(row.value) : 0);
    rows++;
    if (rows >= ENOUGH || lowest === 0) break;
  }
  return rows > 0 ? lowest : 0;
}

function likelihood(row: HfRow): number {
  if (OTHERS.some((name) => name in row.object)) return 0;
  if (row.kind === 'text') {
    if (row.column !== 'entities') return 0.3;
    return row.spans.some((span) => 'start_offset' in span) ? 0 : 0.6;
  }
  const { tags } = row;
  const isNumbers = tags.every((tag) => typeof tag === 'number');
  if (isNumbers) return row.column === 'ner_tags' ? 0.95 : 0.5;
  return areTags(tags.map(String)) ? 0.95 : 0.3;
}
