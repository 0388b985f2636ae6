import { ok } from '../../result.ts';
import type { Format } from '../format.ts';
import { iob } from '../iob/format.ts';
import { IOB_OPTIONS } from '../iob/options.ts';
import { readIob } from '../iob/read-iob.ts';
import { surveyForTags } from '../iob/recognize.ts';
import { startsDocument } from '../iob/row.ts';
import { type IobStyle, iobLosses, writeIob } from '../iob/write-iob.ts';

const ID = 'conll-2003';

const STYLE: IobStyle = {
  format: ID,
  head: (form) => `${form} _ _`,
  separator: ' ',
  documentStart: () => '-DOCSTART- -X- O O',
  startsAlways: true,
};

/** Token, part of speech, phrase and name in each row. */
export const conll2003: Format = {
  id: ID,
  name: 'CoNLL-2003',
  description:
    'Four columns: token, part of speech, phrase, tag of the name. What most trainers for names read. It counts tokens, not characters.',
  extensions: ['conll', 'txt', 'iob', 'bio'],
  unit: 'tokens',
  versions: 'CoNLL-2003, four columns',
  loses: iob.loses,
  options: IOB_OPTIONS,
  pieces: { startsAt: startsDocument },
  recognizes: (head) => {
    const found = surveyForTags(head);
    if (!found || found.separator === 'tab' || found.hasIndex || found.width !== 4) return 0;
    return found.hasDocumentStart || found.hasPhrases ? 0.95 : 0.7;
  },
  read: (files) => readIob(files, { format: ID, tokenColumn: 0, tags: 'last' }),
  write: (dataset, options) => ok(writeIob(dataset, options, STYLE)),
  losses: (dataset, options) => iobLosses(dataset, options, ID),
};
