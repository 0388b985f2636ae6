import type { Range } from '../model/range.ts';
import { breakWords } from './break-words.ts';
import { isRtlParagraph } from './directions.ts';
import type { FigureInput, FigureOptions, TextMeasurer } from './figure.ts';
import { printable } from './printable.ts';

/** A line that was found: its text without the blanks and line ends behind it. */
export interface WrappedLine extends Range {
  readonly isRtl: boolean;
  /** An empty line of the text stands before it: some room is left there. */
  readonly isAfterGap: boolean;
  /** Where lines may end; together they are the line. */
  readonly pieces: readonly Range[];
}

/**
 * Cuts the text into lines that are no wider than the figure, unless a single word is. Line ends of the
 * text stay; empty lines become a gap.
 */
export function wrapLines(
  { text, range }: Pick<FigureInput, 'text' | 'range'>,
  { width, textFont }: FigureOptions,
  measurer: TextMeasurer,
): readonly WrappedLine[] {
  const lines: WrappedLine[] = [];
  for (const paragraph of paragraphsIn(text, range)) {
    const isRtl = isRtlParagraph(text.slice(paragraph.start, paragraph.end));
    const add = (pieces: readonly Range[]) => {
      const line = trimmed(text, pieces);
      if (!line) return;
      const before = text.slice(lines.at(-1)?.end ?? line.start, line.start);
      const isAfterGap = (before.match(/\r\n?|[\n\u2028\u2029]/gu)?.length ?? 0) > 1;
      lines.push({ ...line, isRtl, isAfterGap });
    };
    let pieces: Range[] = [];
    let taken = 0;
    for (const piece of breakWords(text, paragraph)) {
      const words = printable(text.slice(piece.start, piece.end));
      const bare = measurer.width(words.trimEnd(), textFont);
      if (pieces.length > 0 && taken + bare > width) {
        add(pieces);
        pieces = [];
        taken = 0;
      }
      pieces.push(piece);
      taken += measurer.width(words, textFont);
    }
    add(pieces);
  }
  return lines;
}

function* paragraphsIn(text: string, { start, end }: Range): Generator<Range> {
  for (let from = start; from < end; ) {
    const found = text.slice(from, end).search(/[\r\n\u2028\u2029]/u);
    const to = found < 0 ? end : from + found;
    if (to > from) yield { start: from, end: to };
    from = to + 1;
  }
}

/** The pieces without the blanks at the end of the line; `undefined` where nothing else is in it. */
function trimmed(text: string, pieces: readonly Range[]) {
  const start = pieces[0]?.start ?? 0;
  const whole = text.slice(start, pieces.at(-1)?.end ?? start);
  const end = start + whole.trimEnd().length;
  if (end === start) return undefined;
  const kept = pieces
    .filter((piece) => piece.start < end)
    .map((piece) => ({ start: piece.start, end: Math.min(piece.end, end) }));
  return { start, end, pieces: kept };
}
