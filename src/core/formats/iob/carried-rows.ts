import { z } from 'zod';
import type { DatasetDocument } from '../dataset.ts';
import { linesIn } from '../tokens/lines-in.ts';
import type { TagScheme } from '../tokens/tags.ts';
import type { Columns } from './detect-columns.ts';
import { cellsOf, isBlankLine, isComment, startsDocument } from './row.ts';

const column = z.int().min(0).max(1000);

const carriedType = z.object({
  source: z.string(),
  columns: z.object({
    separator: z.enum(['tab', 'blank']),
    hasIndex: z.boolean(),
    token: column,
    tags: z.union([z.array(column).min(1), z.literal('last')]),
  }),
  scheme: z.enum(['iob1', 'iob2', 'bioes', 'bilou']),
});

/** The rows of one document as the file had them, so that all columns can be written again. */
export interface CarriedRows {
  readonly source: string;
  readonly columns: Columns;
  readonly scheme: TagScheme;
}

/** A line of a file of columns. */
export type Row =
  | { readonly kind: 'blank' | 'comment' | 'start' }
  | { readonly kind: 'token'; readonly form: string; readonly tags: readonly string[] };

const OTHER: Readonly<Record<'blank' | 'comment' | 'start', Row>> = {
  blank: { kind: 'blank' },
  comment: { kind: 'comment' },
  start: { kind: 'start' },
};

/** What a line is, and what its columns say. A missing tag is the empty text. */
export function readRow(line: string, columns: Columns): Row {
  if (isBlankLine(line)) return OTHER.blank;
  if (startsDocument(line)) return OTHER.start;
  const { separator, hasIndex, token } = columns;
  if (isComment(line, separator, hasIndex)) return OTHER.comment;
  const cells = cellsOf(line, separator);
  const tags = tagColumns(columns, cells.length).map((column) => cells[column]?.trim() ?? '');
  return { kind: 'token', form: cells[token] ?? '', tags };
}

/** Numbers of the columns of tags in a row of so many columns. */
export function tagColumns({ tags, token }: Columns, width: number): readonly number[] {
  if (tags !== 'last') return tags;
  // A row of one column has a token and no tag.
  return [width - 1 > token ? width - 1 : width];
}

/** The carried rows of a document, if they are this format's and still fit its tokens. */
export function carriedRows(document: DatasetDocument, format: string): CarriedRows | undefined {
  if (document.carried?.format !== format || !document.tokens) return undefined;
  const parsed = carriedType.safeParse(document.carried.data);
  if (!parsed.success) return undefined;
  const { source, columns } = parsed.data;
  let token = 0;
  for (const { text } of linesIn(source)) {
    const row = readRow(text, columns);
    if (row.kind !== 'token' || row.form === '') continue;
    const range = document.tokens[token++];
    if (!range || document.text.slice(range.start, range.end) !== row.form) return undefined;
  }
  return token === document.tokens.length ? parsed.data : undefined;
}
