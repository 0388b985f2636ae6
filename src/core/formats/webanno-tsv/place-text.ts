import type { Range } from '../../model/range.ts';
import { err, ok, type Result } from '../../result.ts';
import { type Offsets, offsetsOf } from '../../text/offsets.ts';
import type { FormatError } from '../format.ts';
import type { ProblemList } from '../tokens/problem-list.ts';
import type { RawSentence, Row } from './sentences.ts';

/** A token, or a part of one, at its place in the text. */
export interface Unit extends Range {
  readonly row: Row;
  readonly isToken: boolean;
}

export interface PlacedText {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly sentences: readonly Range[];
  /** Rows whose words are not what stands at their offsets. */
  readonly misfits: readonly Row[];
}

/** Gaps longer than this are faults. */
const LONGEST_GAP = 1_000_000;

/**
 * Puts the sentences together as INCEpTION does: a line break after each, and blanks where the offsets
 * leave more room.
 * @param counts what offsets count: the format says UTF-16, some writers count code points.
 */
export function placeText(
  sentences: readonly RawSentence[],
  file: string,
  counts: 'utf-16' | 'code points',
  problems: ProblemList,
): Result<PlacedText, FormatError> {
  const parts: string[] = [];
  let length = 0;
  let fileEnd = 0;
  const units: Unit[] = [];
  const ranges: Range[] = [];
  const misfits: Row[] = [];
  for (const { line, rows, text: given } of sentences) {
    const base = rows[0]?.begin ?? 0;
    const text = given ?? fromForms(rows);
    const gap = base - fileEnd;
    if (gap < 0 || gap > LONGEST_GAP) {
      const message =
        gap < 0
          ? `This sentence starts at ${base}, where the one before it has not ended.`
          : `This sentence starts ${gap} characters after the one before it.`;
      return err({ code: 'invalid-file', message, place: { file, line } });
    }
    const filler = gap === 0 ? '' : (length === 0 ? ' ' : '\n') + ' '.repeat(gap - 1);
    parts.push(filler, text);
    const start = length + filler.length;
    length = start + text.length;
    const offsets = counts === 'utf-16' ? null : offsetsOf(text);
    fileEnd = base + (offsets?.codePointLength ?? text.length);
    ranges.push({ start, end: start + text.trimEnd().length });
    for (const row of rows) {
      const [from, to] = [row.begin - base, row.end - base].map((at) => toUtf16(at, offsets));
      if (from === undefined || to === undefined || from < 0 || to > text.length || from > to) {
        const message = `The offsets ${row.begin}-${row.end} do not lie in their sentence; the row is left out.`;
        problems.add('bad-offsets', message, { file, line: row.line, id: row.id });
        continue;
      }
      const words = text.slice(from, to);
      if (words !== row.form && words.trim() !== row.form.trim()) misfits.push(row);
      const isToken = !row.id.includes('.');
      units.push({ row, start: start + from, end: start + to, isToken });
    }
  }
  return ok({ text: parts.join(''), units, sentences: ranges, misfits });
}

function toUtf16(offset: number, offsets: Offsets | null): number | undefined {
  if (offsets === null) return offset;
  return offset >= 0 && offset <= offsets.codePointLength ? offsets.toUtf16(offset) : undefined;
}

/** The words of rows with blanks between them, as their offsets say. */
function fromForms(rows: readonly Row[]): string {
  const base = rows[0]?.begin ?? 0;
  let text = '';
  for (const { id, begin, form } of rows) {
    if (id.includes('.')) continue;
    const gap = Math.min(LONGEST_GAP, Math.max(0, begin - base - text.length));
    text += ' '.repeat(gap) + form;
  }
  return text;
}
