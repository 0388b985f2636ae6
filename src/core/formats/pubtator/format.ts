import { ok } from '../../result.ts';
import type { Format, FormatOption, SourceFile } from '../format.ts';
import { linesIn, withoutMark } from '../tokens/lines-in.ts';
import { DISCONTINUOUS_OPTION } from '../tokens/token-options.ts';
import { barLine } from './parse-block.ts';
import { PUBTATOR, readPubtator } from './read-pubtator.ts';
import { pubtatorLosses, writePubtator } from './write-pubtator.ts';

const CODE_POINTS = { value: 'code-points', name: 'Unicode code points, as in Python' };
const UTF_16 = { value: 'utf-16', name: 'UTF-16 code units, as in Java and JavaScript' };

const OFFSETS: FormatOption = {
  id: 'offsets',
  name: 'Offsets',
  description: 'What they count. It matters only for characters such as emoji.',
  choices: [CODE_POINTS, UTF_16],
  default: 'code-points',
};

const READ_OFFSETS: FormatOption = {
  ...OFFSETS,
  choices: [
    { value: 'auto', name: 'Code points, or UTF-16 where more words fit' },
    CODE_POINTS,
    UTF_16,
  ],
  default: 'auto',
};

const IDS: FormatOption = {
  id: 'ids',
  name: 'Ids of documents',
  description: 'What stands before title, abstract and rows.',
  choices: [
    { value: 'names', name: 'The names of the documents' },
    { value: 'numbers', name: 'Numbers from 1, for tools that want digits' },
  ],
  default: 'names',
};

const ID = /^[^\s<>{}"]{1,100}$/u;

/** So many lines are looked at. */
const LINES = 20;

function recognizes(head: SourceFile): number {
  if (!('text' in head)) return 0;
  let previous: string | undefined;
  for (const { text, number } of linesIn(withoutMark(head.text))) {
    if (number > LINES) break;
    const bar = barLine(text);
    if (bar?.kind === 'a' && bar.id === previous) return 0.97;
    if (previous !== undefined && text.startsWith(`${previous}\t`)) return 0.9;
    if (text.trim() !== '' && (bar?.kind !== 't' || !ID.test(bar.id))) return 0;
    previous = bar?.id;
  }
  return previous === undefined ? 0 : 0.6;
}

/** Title, abstract and rows of mentions. */
export const pubtator: Format = {
  id: PUBTATOR,
  name: 'PubTator',
  description:
    'Title and abstract in a line each, then a row for each mention with its identifier, and for each relation between concepts: for biomedical corpora and tools. Offsets count Unicode code points, unless chosen otherwise.',
  extensions: ['pubtator', 'txt'],
  unit: 'chosen',
  versions: 'PubTator and PubTator Central, BioRED and CDR relations (NCBI; bioc 2)',
  loses: ['schema', 'annotators', 'notes', 'document labels', 'statuses'],
  losses: pubtatorLosses,
  options: [OFFSETS, IDS, DISCONTINUOUS_OPTION],
  readOptions: [READ_OFFSETS],
  // An empty line stands between documents.
  pieces: { startsAt: (line, before) => before.trim() === '' && barLine(line)?.kind === 't' },
  recognizes,
  read: readPubtator,
  write: (dataset, options) => ok(writePubtator(dataset, options)),
};
