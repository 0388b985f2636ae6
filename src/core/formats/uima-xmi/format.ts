import { ok } from '../../result.ts';
import type { Dataset } from '../dataset.ts';
import type { Format, FormatOptions } from '../format.ts';
import type { Loss } from '../losses.ts';
import { DISCONTINUOUS_OPTION, SENTENCES_OPTION, TOKENS_OPTION } from '../tokens/token-options.ts';
import { badTexts, casLosses } from '../uima-layers/cas-losses.ts';
import { lossOf } from '../uima-layers/layer-losses.ts';
import { LAYER_READ_OPTIONS, LAYERS_OPTION } from '../uima-layers/layer-options.ts';
import { illegalXmlPositions } from '../xml/escape.ts';
import { readXmi, UIMA_XMI } from './read-xmi.ts';
import { recognizesXmi } from './recognize.ts';
import { writeXmi, XMI_FILES } from './write-xmi.ts';

/** A document with its annotations in XML, and the types in a file beside it. */
export const uimaXmi: Format = {
  id: UIMA_XMI,
  name: 'UIMA CAS XMI',
  description:
    'A document with all its layers (.xmi), and the type system that they follow (TypeSystem.xml): for Apache UIMA, DKPro, INCEpTION and cassis. Offsets count UTF-16 code units.',
  extensions: ['xmi', 'xml'],
  unit: 'UTF-16 code units',
  versions: 'XMI 2.0 of Apache UIMA 2 and 3, types as DKPro Core and INCEpTION have them',
  loses: ['schema', 'annotators', 'document labels', 'statuses'],
  // An attribute has one kind of values in all documents.
  losesAcross: true,
  losses: xmiLosses,
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
  recognizes: recognizesXmi,
  pieces: { isShared: (path) => /type[^/\\]*\.xml$/iu.test(path) },
  read: readXmi,
  write: (dataset, options) => ok(writeXmi(dataset, options)),
};

function xmiLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  const { texts, records } = badTexts(dataset, (text) => illegalXmlPositions(text).length > 0);
  const why = 'XML cannot hold control characters; each becomes the replacement character U+FFFD.';
  return [
    ...casLosses(dataset, options, XMI_FILES),
    ...(texts > 0 ? [{ what: 'texts with control characters', count: texts, why }] : []),
    ...lossOf('values with control characters', why, records),
  ];
}
