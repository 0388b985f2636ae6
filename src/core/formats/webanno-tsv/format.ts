import { ok } from '../../result.ts';
import type { Format } from '../format.ts';
import { DISCONTINUOUS_OPTION, SENTENCES_OPTION, TOKENS_OPTION } from '../tokens/token-options.ts';
import { LAYER_READ_OPTIONS, LAYERS_OPTION } from '../uima-layers/layer-options.ts';
import { tsvLosses } from './losses.ts';
import { readTsv, WEBANNO_TSV } from './read-tsv.ts';
import { recognizesTsv } from './recognize.ts';
import { writeTsv } from './write-tsv.ts';

/** Rows of tokens with layers in columns. */
export const webannoTsv: Format = {
  id: WEBANNO_TSV,
  name: 'WebAnno TSV',
  description:
    'A row for each token, with spans, relations, slots and chains in columns: for INCEpTION and WebAnno. Spans may overlap and may cut tokens. Offsets count UTF-16 code units.',
  extensions: ['tsv'],
  unit: 'UTF-16 code units',
  versions: 'WebAnno TSV 3.0 to 3.3 read, 3.2 and 3.3 written (INCEpTION)',
  loses: ['schema', 'annotators', 'document labels', 'statuses'],
  losses: tsvLosses,
  options: [
    {
      id: 'version',
      name: 'Version',
      description: 'Which version the file says it is.',
      choices: [
        { value: '3.3', name: '3.3, for INCEpTION' },
        { value: '3.2', name: '3.2, for older programs' },
      ],
      default: '3.3',
    },
    LAYERS_OPTION,
    {
      ...TOKENS_OPTION,
      description: 'How the text is cut. A span that cuts a token gets a row of its own.',
    },
    { ...SENTENCES_OPTION, description: 'How the text is cut.' },
    DISCONTINUOUS_OPTION,
  ],
  readOptions: LAYER_READ_OPTIONS,
  recognizes: recognizesTsv,
  pieces: {},
  read: readTsv,
  write: (dataset, options) => ok(writeTsv(dataset, options)),
};
