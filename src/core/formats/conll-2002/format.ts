import { ok } from '../../result.ts';
import type { Format } from '../format.ts';
import { iob } from '../iob/format.ts';
import { IOB_OPTIONS } from '../iob/options.ts';
import { readIob } from '../iob/read-iob.ts';
import { surveyForTags } from '../iob/recognize.ts';
import { startsDocument } from '../iob/row.ts';
import { type IobStyle, iobLosses, writeIob } from '../iob/write-iob.ts';

const ID = 'conll-2002';

const STYLE: IobStyle = {
  format: ID,
  head: (form) => form,
  separator: ' ',
  documentStart: () => '-DOCSTART- O',
  startsAlways: false,
};

/** Token and name in each row. */
export const conll2002: Format = {
  id: ID,
  name: 'CoNLL-2002',
  description:
    'Two columns with a blank between them: token, and tag of the name. It counts tokens, not characters.',
  extensions: ['conll', 'txt', 'iob', 'bio'],
  unit: 'tokens',
  versions: 'CoNLL-2002, two columns',
  loses: iob.loses,
  options: IOB_OPTIONS,
  pieces: { startsAt: startsDocument },
  recognizes: (head) => {
    const found = surveyForTags(head);
    if (!found || found.separator === 'tab' || found.hasIndex) return 0;
    const isNarrow = found.width === 2 || found.width === 3;
    return isNarrow && found.tagColumns.length === 1 ? 0.8 : 0;
  },
  read: (files) => readIob(files, { format: ID, tokenColumn: 0, tags: 'last' }),
  write: (dataset, options) => ok(writeIob(dataset, options, STYLE)),
  losses: (dataset, options) => iobLosses(dataset, options, ID),
};
