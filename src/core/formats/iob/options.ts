import type { FormatOption } from '../format.ts';
import {
  DISCONTINUOUS_OPTION,
  OVERLAPS_OPTION,
  SENTENCES_OPTION,
  TOKENS_OPTION,
} from '../tokens/token-options.ts';

const SCHEME_OPTION: FormatOption = {
  id: 'scheme',
  name: 'Tags',
  description: 'How tags tell where a span begins and ends.',
  choices: [
    { value: 'own', name: 'As in the file it came from; otherwise IOB2' },
    { value: 'iob2', name: 'IOB2: every span begins with B-' },
    { value: 'iob1', name: 'IOB1: B- only after a span of the same type' },
    { value: 'bioes', name: 'BIOES: E- at the end, S- for one token' },
    { value: 'bilou', name: 'BILOU: L- at the end, U- for one token' },
  ],
  default: 'own',
};

const FILES_OPTION: FormatOption = {
  id: 'files',
  name: 'Files',
  description: 'Work of several annotators is never mixed in one file.',
  choices: [
    { value: 'one', name: 'All documents in one file' },
    { value: 'per-document', name: 'One file per document' },
  ],
  default: 'one',
};

/** Choices about writing rows of tokens with one tag. */
export const IOB_OPTIONS: readonly FormatOption[] = [
  SCHEME_OPTION,
  TOKENS_OPTION,
  SENTENCES_OPTION,
  OVERLAPS_OPTION,
  DISCONTINUOUS_OPTION,
  FILES_OPTION,
];

/** The same where overlaps can have columns of their own. */
export const NESTED_OPTIONS: readonly FormatOption[] = IOB_OPTIONS.map((option) =>
  option.id !== 'overlaps'
    ? option
    : {
        ...option,
        choices: [
          { value: 'columns', name: 'All, in as many columns as are needed' },
          ...OVERLAPS_OPTION.choices,
        ],
        default: 'columns',
      },
);

export const SEPARATOR_OPTION: FormatOption = {
  id: 'separator',
  name: 'Between columns',
  description: 'What separates a token from its tags.',
  choices: [
    { value: 'tab', name: 'Tab' },
    { value: 'blank', name: 'Blank' },
  ],
  default: 'tab',
};

/** Choices about reading any file of columns. */
export const COLUMN_OPTIONS: readonly FormatOption[] = [
  {
    id: 'token-column',
    name: 'Column of the token',
    description: 'Counted from the left.',
    choices: [
      { value: 'auto', name: 'The first, or the second where the first has numbers' },
      ...[1, 2, 3, 4].map((number) => ({ value: String(number), name: `Column ${number}` })),
    ],
    default: 'auto',
  },
  {
    id: 'tag-column',
    name: 'Columns of tags',
    description: 'Several columns give spans that overlap.',
    choices: [
      { value: 'auto', name: 'Those at the end that hold tags of names' },
      { value: 'last', name: 'The last' },
      ...[2, 3, 4, 5, 6, 7, 8].map((number) => ({
        value: String(number),
        name: `Column ${number}`,
      })),
    ],
    default: 'auto',
  },
];
