import { type Cell, cellText, type Table } from './table.ts';

/** What becomes of a column. */
export type ColumnRole = 'text' | 'name' | 'metadata' | 'label' | 'left-out';

/** What is seen of a column in the first rows. */
export interface ColumnLook {
  readonly name: string;
  /** Mean length of the cells that are not empty, in UTF-16 code units. */
  readonly meanLength: number;
  readonly filled: number;
  readonly distinct: number;
  /** The first values, shortened. */
  readonly examples: readonly string[];
}

/** Rows that are looked at. */
const SEEN = 1_000;
const TEXT_NAME =
  /^(?:text|full_?text|content|body|document|abstract|sentence|review|comment|tweet|message|post|article|answer|response|transcript|utterance|description)$/iu;
const NAME_NAME =
  /^(?:name|title|file|file_?name|doc(?:ument)?_?(?:name|id)|id|key|uid|uuid|pmid|doi)$/iu;
/** Fewer values than this, each used several times, can be labels. */
const MOST_LABELS = 20;
const LONGEST_LABEL = 60;

/** Looks at the columns in the first rows. */
export function lookAtColumns({ columns, rows }: Table): readonly ColumnLook[] {
  return columns.map((name, column) => {
    const values = rows
      .slice(0, SEEN)
      .map((row) => cellText(row[column]))
      .filter((value) => value.trim() !== '');
    const length = values.reduce((sum, value) => sum + value.length, 0);
    const distinct = new Set(values);
    return {
      name,
      meanLength: values.length === 0 ? 0 : length / values.length,
      filled: values.length,
      distinct: distinct.size,
      examples: [...distinct].slice(0, 3).map(shorten),
    };
  });
}

/**
 * Suggests what each column is: the text is one that is called so (`text`, `content`, `body`, …), else the
 * one with the longest values; the name one that is called so and has different values; empty columns are
 * left out; the others are metadata.
 */
export function suggestRoles(looks: readonly ColumnLook[]): readonly ColumnRole[] {
  const filled = looks.filter((look) => look.filled > 0);
  const longest = Math.max(0, ...filled.map((look) => look.meanLength));
  const text =
    filled.find((look) => TEXT_NAME.test(look.name) && look.meanLength * 3 >= longest) ??
    filled.find((look) => look.meanLength === longest);
  const names = filled.filter(
    (look) => look !== text && NAME_NAME.test(look.name) && look.distinct === look.filled,
  );
  const title = names.find((look) => /^(?:name|title|file_?name)$/iu.test(look.name)) ?? names[0];
  return looks.map((look) => {
    if (look === text) return 'text';
    if (look.filled === 0) return 'left-out';
    return look === title ? 'name' : 'metadata';
  });
}

/** Whether the values of a column could be labels: few different ones, short, and used several times. */
export function couldBeLabel({ distinct, filled, meanLength }: ColumnLook): boolean {
  return (
    distinct >= 1 &&
    distinct <= MOST_LABELS &&
    filled >= 2 * distinct &&
    meanLength <= LONGEST_LABEL
  );
}

/** Whether all cells of a row are empty. */
export function isEmptyRow(row: readonly Cell[]): boolean {
  return row.every((cell) => cellText(cell).trim() === '');
}

function shorten(value: string): string {
  const line = value.replace(/\s+/gu, ' ').trim();
  const cut = [...line.slice(0, 120)].slice(0, 40).join('').toWellFormed();
  return cut.length < line.length ? `${cut}…` : cut;
}
