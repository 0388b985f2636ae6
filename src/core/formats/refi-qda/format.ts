import { ok } from '../../result.ts';
import type { Format, FormatOption, FormatOptions, SourceFile } from '../format.ts';
import { DISCONTINUOUS_OPTION } from '../tokens/token-options.ts';
import { xmlRoot } from '../xml/xml-root.ts';
import { looksLikeZip } from '../zip/read-directory.ts';
import { refiLosses } from './losses.ts';
import { readRefi } from './read-refi.ts';
import type { PositionReading } from './source-text.ts';
import { writeRefi } from './write-refi.ts';

const FORM: FormatOption = {
  id: 'form',
  name: 'File',
  description: 'The whole project, or its types alone.',
  choices: [
    { value: 'project', name: 'Project (.qdpx)' },
    { value: 'codebook', name: 'Codebook (.qdc)' },
  ],
  default: 'project',
};

const UNIT: FormatOption = {
  id: 'offsets',
  name: 'Positions',
  description: 'What they count. The standard says code points.',
  choices: [
    { value: 'code-points', name: 'Unicode code points, as the standard says' },
    { value: 'utf-16', name: 'UTF-16 code units' },
  ],
  default: 'code-points',
};

const LINE_ENDS: FormatOption = {
  id: 'line-ends',
  name: 'Line ends of two characters',
  description: 'Programs differ in how they count CR LF.',
  choices: [
    { value: 'auto', name: 'As the words of the selections tell, else as two' },
    { value: 'two', name: 'They count as two' },
    { value: 'one', name: 'They count as one, as in ATLAS.ti for Windows' },
  ],
  default: 'auto',
};

const END: FormatOption = {
  id: 'end',
  name: 'End',
  description: 'Whether the position at the end belongs to the selection.',
  choices: [
    { value: 'after', name: 'The end is the first position after it, as programs write it' },
    { value: 'last', name: 'The end is its last position' },
  ],
  default: 'after',
};

function reading(options: FormatOptions): PositionReading {
  const lineEnds = (['one', 'two'] as const).find((one) => one === options['line-ends']);
  return {
    unit: options['offsets'] === 'utf-16' ? 'utf-16' : 'code-points',
    endIncluded: options['end'] === 'last',
    lineEnds: lineEnds ?? 'auto',
  };
}

function recognizes(head: SourceFile): number {
  if ('bytes' in head && looksLikeZip(head.bytes)) {
    // The names of the first entries stand at the beginning.
    const start = String.fromCharCode(...head.bytes.subarray(0, 2000));
    if (/^PK[\s\S]{28}[^/\0]*\.qde/u.test(start)) return 0.95;
    return /\.qdpx$/iu.test(head.path) ? 0.9 : 0;
  }
  const root = xmlRoot(head);
  if (!root?.rest.slice(0, 4000).includes('urn:QDA-XML:')) return 0;
  return root.local === 'Project' || root.local === 'CodeBook' ? 0.98 : 0;
}

const PROJECT_LOSES = ['schema', 'attributes', 'statuses'] as const;

/** Projects of programs for qualitative research. */
export const refiQda: Format = {
  id: 'refi-qda',
  name: 'REFI-QDA project',
  description:
    'A project with texts, codes, codings, notes and links, for ATLAS.ti, MAXQDA, NVivo, QualCoder and other programs for qualitative research; or its codebook alone. Positions count Unicode code points. Document labels are variables, relations are links.',
  extensions: ['qdpx', 'qdc', 'qde'],
  unit: 'code points',
  versions: 'REFI-QDA project and codebook 1.0',
  loses: PROJECT_LOSES,
  losesWith: (options) =>
    options['form'] === 'codebook'
      ? [...PROJECT_LOSES, 'annotators', 'texts', 'relations', 'notes', 'document labels']
      : PROJECT_LOSES,
  // A variable has one kind of values in all documents.
  losesAcross: true,
  losses: refiLosses,
  options: [FORM, DISCONTINUOUS_OPTION],
  readOptions: [UNIT, LINE_ENDS, END],
  textsBeside: true,
  recognizes,
  read: (files, options) => readRefi(files, reading(options)),
  write: (dataset, options) => ok(writeRefi(dataset, options)),
};
