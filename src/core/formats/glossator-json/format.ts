import { ok } from '../../result.ts';
import type { Format } from '../format.ts';
import { readJson } from './read-json.ts';
import { DATASET_FORMAT } from './version.ts';
import { writeJson } from './write-json.ts';

/** The native dataset: everything, in plain JSON. */
export const glossatorJson: Format = {
  id: 'glossator-json',
  name: 'Glossator dataset (JSON)',
  description:
    'Everything: schema, texts and all annotations, as plain JSON. Offsets count Unicode code points.',
  extensions: ['json'],
  unit: 'code points',
  versions: 'Glossator dataset 1',
  loses: [],
  options: [
    {
      id: 'files',
      name: 'Files',
      description: 'One file is easiest to hand on; one per document is easiest to compare.',
      choices: [
        { value: 'one', name: 'One file' },
        { value: 'per-document', name: 'One file per document' },
      ],
      default: 'one',
    },
  ],
  recognizes: (head) =>
    Number(
      'text' in head &&
        new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${DATASET_FORMAT}"`, 'u').test(head.text),
    ),
  read: readJson,
  write: (dataset, options) => ok(writeJson(dataset, options)),
};
