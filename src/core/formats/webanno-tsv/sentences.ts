import { err, ok, type Result } from '../../result.ts';
import type { FormatError } from '../format.ts';
import { linesIn, withoutMark } from '../tokens/lines-in.ts';
import type { ProblemList } from '../tokens/problem-list.ts';
import { unescapeText } from './escape.ts';
import { type Layer, readLayer } from './header.ts';

/** A row of a token or a part of one. */
export interface Row {
  readonly line: number;
  readonly id: string;
  /** As the file counts. */
  readonly begin: number;
  readonly end: number;
  readonly form: string;
  readonly cells: readonly string[];
}

export interface RawSentence {
  readonly line: number;
  /** Its text; `null` where no `#Text=` gives it. */
  readonly text: string | null;
  readonly rows: readonly Row[];
}

export interface RawFile {
  readonly version: string;
  readonly layers: readonly Layer[];
  readonly sentences: readonly RawSentence[];
}

const FORMAT = /^#FORMAT=\s*WebAnno TSV (3\.\d+)\s*$/u;

/** Reads the lines of a file: header, and sentences with their rows. */
export function readRaw(
  text: string,
  file: string,
  problems: ProblemList,
): Result<RawFile, FormatError> {
  const fail = (message: string, line: number) =>
    err<FormatError>({ code: 'invalid-file', message, place: { file, line } });
  let version = '';
  const layers: Layer[] = [];
  const sentences: RawSentence[] = [];
  let columns = 0;
  let open: { line: number; texts: string[]; rows: Row[] } | null = null;
  const close = () => {
    if (open === null) return;
    if (open.rows.length > 0) {
      const joined = open.texts.length > 0 ? open.texts.join('\n') : null;
      sentences.push({ line: open.line, text: joined, rows: open.rows });
    } else problems.add('no-token', 'This sentence has no token.', { file, line: open.line });
    open = null;
  };
  for (const { text: line, number } of linesIn(withoutMark(text))) {
    if (version === '') {
      version = FORMAT.exec(line)?.[1] ?? '';
      if (version === '') return fail('The first line does not say ‘#FORMAT=WebAnno TSV 3.…’.', 1);
    } else if (line.trim() === '') close();
    else if (/^#T_(?:SP|RL|CH)=/u.test(line) && sentences.length === 0) {
      const layer = readLayer(line, columns);
      if (!layer) return fail('This line of the header does not name a layer.', number);
      columns += layer.columns.length;
      layers.push(layer);
    } else if (line.startsWith('#')) {
      const [, key = '', rest = ''] = /^#(Text|Sentence\.id)=(.*)$/su.exec(line) ?? [];
      if (key !== 'Text' && key !== 'Sentence.id') {
        const message = `The line ‘${line.slice(0, 40)}’ means nothing here; it is left out.`;
        problems.add('unknown-line', message, { file, line: number });
        continue;
      }
      if (open !== null && open.rows.length > 0) close();
      open ??= { line: number, texts: [], rows: [] };
      if (key === 'Text') open.texts.push(unescapeText(rest, /^3\.[01]$/u.test(version)));
    } else {
      const row = readRow(line, number, columns);
      if (typeof row === 'string') return fail(row, number);
      open ??= { line: number, texts: [], rows: [] };
      open.rows.push(row);
    }
  }
  close();
  if (version === '') return fail('This file is empty.', 1);
  return ok({ version, layers, sentences });
}

const ID = /^\d+-\d+(?:\.\d+)?$/u;
const OFFSETS = /^(\d{1,9})-(\d{1,9})$/u;

function readRow(line: string, number: number, columns: number): Row | string {
  const [id = '', offsets = '', form = '', ...cells] = line.split('\t');
  const found = OFFSETS.exec(offsets);
  if (!ID.test(id) || !found) {
    return 'This is no row of a token: it does not start with its number and its offsets.';
  }
  if (cells.length < columns) {
    return `This row has ${cells.length} columns of annotations; the header names ${columns}.`;
  }
  return { line: number, id, begin: Number(found[1]), end: Number(found[2]), form, cells };
}
