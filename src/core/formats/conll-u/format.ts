import { ok } from '../../result.ts';
import type { Format, SourceFile } from '../format.ts';
import { IOB_OPTIONS } from '../iob/options.ts';
import { CHAINS_OPTION } from '../tokens/chains.ts';
import { linesIn, withoutMark } from '../tokens/lines-in.ts';
import { DISCONTINUOUS_OPTION } from '../tokens/token-options.ts';
import { CONLL_U } from './carried.ts';
import { readConllu } from './read-conllu.ts';
import { readRow } from './row.ts';
import { conlluLosses, writeConllu } from './write-conllu.ts';

const NEW_DOCUMENT = /^#[ \t]*newdoc(?![^ \t])/u;

/** Rows with ten columns. */
export const conllU: Format = {
  id: CONLL_U,
  name: 'CoNLL-U',
  description:
    'Ten columns, as in Universal Dependencies; names stand in MISC, as in CorefUD. It keeps white space, spans that overlap, discontinuous spans and chains of mentions. It counts tokens, not characters.',
  extensions: ['conllu', 'conll'],
  unit: 'tokens',
  versions: 'CoNLL-U of Universal Dependencies 2, names in MISC',
  loses: ['schema', 'annotators', 'attributes', 'notes', 'document labels', 'statuses'],
  options: [
    {
      id: 'names',
      name: 'Names',
      description: 'How names are written; files that have some keep their way.',
      choices: [
        { value: 'brackets', name: 'Entity=(e1-Person … e1), as in CorefUD' },
        { value: 'tags', name: 'NER=B-Person: one name per token' },
      ],
      default: 'brackets',
    },
    ...IOB_OPTIONS.filter(({ id }) => id !== 'scheme' && id !== 'discontinuous').map((option) =>
      option.id === 'overlaps'
        ? { ...option, description: 'Which of them is written, where names are tags.' }
        : option,
    ),
    {
      ...DISCONTINUOUS_OPTION,
      choices: [
        { value: 'parts', name: 'All of them; where names are tags, their first range' },
        ...DISCONTINUOUS_OPTION.choices,
      ],
      default: 'parts',
    },
  ],
  readOptions: [CHAINS_OPTION],
  // The comments of a sentence belong together.
  pieces: { startsAt: (line, before) => NEW_DOCUMENT.test(line) && /^[ \t]*$/u.test(before) },
  recognizes,
  read: readConllu,
  write: (dataset, options) => ok(writeConllu(dataset, options)),
  losses: conlluLosses,
};

const ENOUGH = 200;

function recognizes(head: SourceFile): number {
  if (!('text' in head)) return 0;
  let [rows, faults] = [0, 0];
  const text = withoutMark(head.text);
  for (const line of linesIn(text)) {
    if (line.text.startsWith('#') || line.text.trim() === '') continue;
    // The last line of a head may be cut.
    const isCut = line.lineBreak === '' && rows > 0;
    if (isLikely(line.text) || isCut) rows++;
    else faults++;
    if (rows + faults > ENOUGH) break;
  }
  if (rows === 0 || faults > rows / 20) return 0;
  return /^# (?:text|sent_id) =/mu.test(text) ? 0.98 : 0.9;
}

/** Whether a line is a row whose features and head look as they should; WebAnno TSV 2 has ten columns, too. */
function isLikely(line: string): boolean {
  if (typeof readRow(line) === 'string') return false;
  const cells = line.split('\t');
  return /^(?:_|.*=.*)$/u.test(cells[5] ?? '') && /^(?:_|\d+)$/u.test(cells[6] ?? '');
}
