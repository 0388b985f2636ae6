import type { FormatOption, FormatOptions } from '../format.ts';
import type { OffsetUnit } from '../json/offset-units.ts';

/** Columns that a person can point at, with what they are called in options. */
export const CHOSEN_COLUMNS = {
  document: 'Document',
  text: 'Text',
  start: 'Start',
  end: 'End',
  type: 'Type or label',
  from: 'First end of a relation',
  to: 'Second end of a relation',
} as const;

/** Choices go as far as this column. */
const MOST = 24;

const UNIT: FormatOption = {
  id: 'unit',
  name: 'Offsets',
  description: 'What they count, where no column ‘unit’ says it.',
  choices: [
    { value: 'code-points', name: 'Unicode code points, as in Python and R' },
    { value: 'utf-16', name: 'UTF-16 code units, as in Java and JavaScript' },
    { value: 'characters', name: 'Characters as people see them' },
  ],
  default: 'code-points',
};

const END: FormatOption = {
  id: 'end',
  name: 'End',
  description: 'Whether the position at the end belongs to the span.',
  choices: [
    { value: 'after', name: 'The end is the first position after the span' },
    { value: 'last', name: 'The end is the last position of the span' },
  ],
  default: 'after',
};

const FIRST: FormatOption = {
  id: 'first',
  name: 'First position',
  description: 'The number of the first position of a text.',
  choices: [
    { value: '0', name: '0' },
    { value: '1', name: '1, as in R' },
  ],
  default: '0',
};

const FORMULAS: FormatOption = {
  id: 'formulas',
  name: 'Quote marks before formulas',
  description: 'Glossator puts a quote mark before cells that a spreadsheet would run.',
  choices: [
    { value: 'guard', name: 'Take them off' },
    { value: 'as-is', name: 'Leave them' },
  ],
  default: 'guard',
};

/** Choices about tables that are read: which column is what, and what offsets count. */
export const READ_OPTIONS: readonly FormatOption[] = [
  UNIT,
  END,
  FIRST,
  FORMULAS,
  ...Object.entries(CHOSEN_COLUMNS).map(
    ([role, name]): FormatOption => ({
      id: `column-${role}`,
      name: `Column: ${name}`,
      description: 'Which column of the table it is, where its name does not tell.',
      choices: [
        { value: 'named', name: 'By its name' },
        ...Array.from({ length: MOST }, (_, i) => ({
          value: String(i + 1),
          name: `Column ${i + 1}`,
        })),
      ],
      default: 'named',
    }),
  ),
];

/** How tables are read. */
export interface TableReading {
  readonly unit: OffsetUnit;
  /** Added to what the table says. */
  readonly shift: { readonly start: number; readonly end: number };
  readonly isGuarded: boolean;
  /** Numbers, from 0, of the columns that the person pointed at. */
  readonly chosen: Readonly<Partial<Record<keyof typeof CHOSEN_COLUMNS, number>>>;
}

/** The choices among options; what they do not say is as its default. */
export function tableReading(options: FormatOptions): TableReading {
  const first = options['first'] === '1' ? -1 : 0;
  const chosen = Object.keys(CHOSEN_COLUMNS).flatMap((role) => {
    const column = Number(options[`column-${role}`] ?? Number.NaN);
    return Number.isInteger(column) ? [[role, column - 1] as const] : [];
  });
  return {
    unit: unitNamed(options['unit'] ?? '') ?? 'code-points',
    shift: { start: first, end: first + (options['end'] === 'last' ? 1 : 0) },
    isGuarded: options['formulas'] !== 'as-is',
    chosen: Object.fromEntries(chosen),
  };
}

/** The unit that people call so; `undefined` where it is none. */
export function unitNamed(name: string): OffsetUnit | undefined {
  if (/utf.?16|java/iu.test(name)) return 'utf-16';
  if (/code.?point|python|utf.?32|^char(?:acter)?s?$/iu.test(name)) {
    return name === 'characters' ? 'characters' : 'code-points';
  }
  return /grapheme/iu.test(name) ? 'characters' : undefined;
}
