import { ok } from '../../result.ts';
import type { Format } from '../format.ts';
import { DISCONTINUOUS_OPTION, SENTENCES_OPTION, TOKENS_OPTION } from '../tokens/token-options.ts';
import { casLosses } from '../uima-layers/cas-losses.ts';
import { LAYER_READ_OPTIONS, LAYERS_OPTION } from '../uima-layers/layer-options.ts';
import { readJsonCas, UIMA_JSON } from './read-json.ts';
import { recognizesJson } from './recognize.ts';
import { JSON_FILES, writeJson } from './write-json.ts';

/** A document with its annotations and their types in one file. */
export const uimaJson: Format = {
  id: UIMA_JSON,
  name: 'UIMA CAS JSON',
  description:
    'A document with all its layers and their types in one file: for Apache UIMA, INCEpTION and cassis. Offsets count UTF-16 code units.',
  extensions: ['json'],
  unit: 'UTF-16 code units',
  versions: 'UIMA JSON CAS 0.4, types as DKPro Core and INCEpTION have them',
  loses: ['schema', 'annotators', 'document labels', 'statuses'],
  // An attribute has one kind of values in all documents.
  losesAcross: true,
  losses: (dataset, options) => casLosses(dataset, options, JSON_FILES),
  options: [
    LAYERS_OPTION,
    { ...TOKENS_OPTION, description: 'Which tokens stand in the file beside the annotations.' },
    {
      ...SENTENCES_OPTION,
      description: 'Which sentences stand in the file beside the annotations.',
    },
    DISCONTINUOUS_OPTION,
  ],
  readOptions: LAYER_READ_OPTIONS,
  recognizes: recognizesJson,
  pieces: {},
  read: readJsonCas,
  write: (dataset, options) => ok(writeJson(dataset, options)),
};
