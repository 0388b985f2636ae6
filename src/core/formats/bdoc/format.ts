import { ok } from '../../result.ts';
import type { Format, FormatOption, SourceFile } from '../format.ts';
import { firstValue } from '../json/first-value.ts';
import { isObject } from '../json/json-values.ts';
import { DISCONTINUOUS_OPTION } from '../tokens/token-options.ts';
import { BDOC, readBdoc } from './read-bdoc.ts';
import { gateLosses, writeBdoc } from './write-bdoc.ts';

/** What becomes of spans with several ranges in the formats of GATE. */
export const GATE_DISCONTINUOUS: FormatOption = {
  ...DISCONTINUOUS_OPTION,
  choices: [
    { value: 'parts', name: 'An annotation for each range, which name the first one' },
    ...DISCONTINUOUS_OPTION.choices,
  ],
  default: 'parts',
};

/** How annotations of linguistic types are read from the formats of GATE. */
export const GATE_LINGUISTIC: FormatOption = {
  id: 'linguistic',
  name: 'Token, SpaceToken, Sentence and Split',
  description: 'What annotations of these types are. They are written back in either case.',
  choices: [
    { value: 'tokens', name: 'Tokens and sentences of the document' },
    { value: 'spans', name: 'Spans like all others' },
  ],
  default: 'tokens',
};

const OFFSETS: FormatOption = {
  id: 'offsets',
  name: 'Offsets',
  description: 'What they count. The file says it.',
  choices: [
    { value: 'code-points', name: 'Unicode code points, as in Python (p)' },
    { value: 'utf-16', name: 'UTF-16 code units, as in Java (j)' },
  ],
  default: 'code-points',
};

function recognizes(head: SourceFile): number {
  const value = firstValue(head);
  if (!isObject(value)) return 0;
  const { annotation_sets: sets, text, offset_type: unit, features } = value;
  if (isObject(sets)) return 0.97;
  // The sets may come after the start that is looked at.
  return typeof text === 'string' && (unit === 'p' || unit === 'j') && isObject(features) ? 0.8 : 0;
}

/** Documents of GATE as JSON. */
export const bdoc: Format = {
  id: BDOC,
  name: 'BDOC JSON (GATE)',
  description:
    'A file for each document, with an annotation set for each annotator: for GateNLP in Python and for GATE. Relations, further ranges, document labels, notes and statuses stand in annotations and features of their own. The file says what its offsets count.',
  extensions: ['bdocjs', 'bdocjson', 'json'],
  unit: 'chosen',
  versions: 'bdocjs of GateNLP 1.0 and of GATE’s plugin Format_Bdoc',
  loses: ['schema'],
  losses: gateLosses,
  options: [OFFSETS, GATE_DISCONTINUOUS],
  readOptions: [GATE_LINGUISTIC],
  // Each file is read by itself.
  pieces: {},
  recognizes,
  read: readBdoc,
  write: (dataset, options) => ok(writeBdoc(dataset, options)),
};
