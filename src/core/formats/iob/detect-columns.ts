import { linesIn } from '../tokens/lines-in.ts';
import {
  cellsOf,
  isBlankLine,
  isComment,
  type Separator,
  SURE_TAG,
  startsDocument,
} from './row.ts';

/** Where tokens and tags stand in rows; columns count from 0. */
export interface Columns {
  readonly separator: Separator;
  readonly hasIndex: boolean;
  readonly token: number;
  /** At least one; `last` is the last of each row. */
  readonly tags: readonly number[] | 'last';
}

/** So many rows are looked at. */
const ROWS = 20_000;
/** Kinds of phrases: a column of these is no column of names. */
const PHRASE = /^(?:NP|VP|PP|ADVP|ADJP|SBAR|PRT|CONJP|INTJ|LST|UCP|NC|PC|VC)$/u;

interface Tally {
  tags: number;
  empty: number;
  others: number;
  phrases: number;
  names: number;
}

/** A look at the rows of a file. */
export interface Survey {
  readonly separator: Separator;
  readonly rows: number;
  /** Number of columns of most rows. */
  readonly width: number;
  readonly hasIndex: boolean;
  readonly hasDocumentStart: boolean;
  /** Columns of tags, in order; those of phrases only where there are no others. */
  readonly tagColumns: readonly number[];
  /** Whether the column before the last has kinds of phrases, as in CoNLL-2003. */
  readonly hasPhrases: boolean;
}

/** Looks at the rows of a file to find out what its columns are. */
export function survey(source: string): Survey {
  const separator = separatorOf(source);
  const tallies: Tally[] = [];
  const widths = new Map<number, number>();
  const isIndex = [true, true];
  let [rows, position, hasDocumentStart] = [0, 0, false];
  for (const { text } of linesIn(source)) {
    if (rows >= ROWS) break;
    if (isBlankLine(text) || startsDocument(text)) {
      hasDocumentStart ||= !isBlankLine(text);
      position = 0;
      continue;
    }
    if (isComment(text, separator, false)) continue;
    const cells = cellsOf(text, separator);
    rows++;
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    if (cells[0] !== String(position)) isIndex[0] = false;
    if (cells[0] !== String(position + 1)) isIndex[1] = false;
    position++;
    for (const [column, cell] of cells.entries()) count(tallies, column, cell.trim());
  }
  const width = [...widths].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
  // A text of numbers in which tags follow at once has no index.
  const hasIndex = width >= 3 && isIndex.some(Boolean) && (tallies[1]?.tags ?? 0) < rows;
  const isTags = (tally: Tally) => tally.tags > 0 && tally.others <= allowed(rows);
  const isPhrases = (tally: Tally) => isTags(tally) && tally.phrases > tally.names;
  const first = hasIndex ? 2 : 1;
  const columns = trailing(tallies, width, first, isTags);
  // Kinds of phrases stand after parts of speech.
  const names = columns.filter(
    (column) => columns[0] === first || !isPhrases(tallies[column] ?? empty()),
  );
  return {
    separator,
    rows,
    width,
    hasIndex,
    hasDocumentStart,
    tagColumns: names.length > 0 ? names : columns,
    hasPhrases: tallies.some(isPhrases),
  };
}

/** Rows that may be wrong in a column of tags, and it is still one. */
function allowed(rows: number): number {
  return rows < 10 ? 0 : Math.max(1, rows / 100);
}

function separatorOf(source: string): Separator {
  let [tabs, blanks] = [0, 0];
  for (const { text } of linesIn(source)) {
    if (isBlankLine(text) || startsDocument(text)) continue;
    if (text.includes('\t')) tabs++;
    else blanks++;
    if (tabs + blanks > 1000) break;
  }
  return tabs > blanks ? 'tab' : 'blank';
}

function empty(): Tally {
  return { tags: 0, empty: 0, others: 0, phrases: 0, names: 0 };
}

function count(tallies: Tally[], column: number, cell: string): void {
  const tally = tallies[column] ?? empty();
  tallies[column] = tally;
  if (cell === '' || cell === '_') tally.empty++;
  else if (!SURE_TAG.test(cell)) tally.others++;
  else {
    tally.tags++;
    if (cell === 'O') return;
    if (PHRASE.test(cell.slice(2))) tally.phrases++;
    else tally.names++;
  }
}

/** The columns of tags at the end of rows; empty ones among and after them do not count. */
function trailing(
  tallies: readonly Tally[],
  width: number,
  first: number,
  isTags: (tally: Tally) => boolean,
): readonly number[] {
  const columns: number[] = [];
  for (let column = width - 1; column >= first; column--) {
    const tally = tallies[column] ?? empty();
    if (isTags(tally)) columns.unshift(column);
    else if (tally.tags > 0 || tally.others > 0) break;
  }
  return columns;
}
