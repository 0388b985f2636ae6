import { ok } from '../../result.ts';
import type { Format, FormatOptions } from '../format.ts';
import { COLUMN_OPTIONS, NESTED_OPTIONS, SEPARATOR_OPTION } from './options.ts';
import { type IobReading, readIob } from './read-iob.ts';
import { surveyForTags } from './recognize.ts';
import { startsDocument } from './row.ts';
import { type IobStyle, iobLosses, writeIob } from './write-iob.ts';

const ID = 'iob';
const DEFAULTS: FormatOptions = { overlaps: 'columns' };

function style(options: FormatOptions): IobStyle {
  const separator = options['separator'] === 'blank' ? ' ' : '\t';
  return {
    format: ID,
    head: (form) => form,
    separator,
    documentStart: (columns) => ['-DOCSTART-', ...Array(columns).fill('O')].join(separator),
    startsAlways: false,
  };
}

function reading(options: FormatOptions): IobReading {
  const token = Number(options['token-column']);
  const tags = options['tag-column'];
  const column = Number(tags);
  return {
    format: ID,
    ...(token > 0 ? { tokenColumn: token - 1 } : {}),
    ...(tags === 'last' ? { tags: 'last' as const } : column > 0 ? { tags: [column - 1] } : {}),
  };
}

/** Any file with a token and its tags in each row. */
export const iob: Format = {
  id: ID,
  name: 'Columns with IOB tags',
  description:
    'A token and its tags in each row, as in WNUT, GermEval and LitBank. Spans that overlap have columns of their own. It counts tokens, not characters.',
  extensions: ['tsv', 'conll', 'iob', 'bio', 'txt'],
  unit: 'tokens',
  versions: 'IOB1, IOB2, BIOES and BILOU',
  loses: [
    'schema',
    'annotators',
    'relations',
    'attributes',
    'notes',
    'document labels',
    'statuses',
  ],
  options: [...NESTED_OPTIONS, SEPARATOR_OPTION],
  readOptions: COLUMN_OPTIONS,
  pieces: { startsAt: startsDocument },
  recognizes: (head) => {
    const found = surveyForTags(head);
    if (!found) return 0;
    return found.separator === 'tab' || found.tagColumns.length > 1 ? 0.85 : 0.6;
  },
  read: (files, options) => readIob(files, reading(options)),
  write: (dataset, options) => ok(writeIob(dataset, { ...DEFAULTS, ...options }, style(options))),
  losses: (dataset, options) => iobLosses(dataset, { ...DEFAULTS, ...options }, ID),
};
