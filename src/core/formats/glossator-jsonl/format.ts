import { ok } from '../../result.ts';
import type { Format } from '../format.ts';
import { JSON_LINES } from '../pieces.ts';
import { readJsonl } from './read-jsonl.ts';
import { writeJsonl } from './write-jsonl.ts';

/** One self-contained line per document and annotator. */
export const glossatorJsonl: Format = {
  id: 'glossator-jsonl',
  name: 'JSON Lines',
  description:
    'One line per document and annotator, with the text: for training, and for reading line by line. Offsets count Unicode code points.',
  extensions: ['jsonl'],
  unit: 'code points',
  versions: 'Glossator dataset 1',
  loses: ['schema'],
  options: [],
  pieces: JSON_LINES,
  recognizes: (head) => Number('text' in head && /^\s*\{"document":\{"id":/u.test(head.text)),
  read: readJsonl,
  write: (dataset) => ok(writeJsonl(dataset)),
};
