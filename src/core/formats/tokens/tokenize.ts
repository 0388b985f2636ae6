import type { Range } from '../../model/range.ts';
import type { DatasetDocument } from '../dataset.ts';
import { hasBlank, splitAtBlanks } from './blank.ts';
import { segmentsOf } from './segments.ts';

/** How a text is cut into tokens. */
export type Tokenizer = 'own' | 'words' | 'blanks';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
/** In code units; words are shorter. */
const WINDOW = 500;

/**
 * Tokens of the document: sorted, not overlapping, in UTF-16, none with white space in it.
 * `own`: those that came with it, else words. `words`: word segmentation of Unicode (UAX #29), where a
 * punctuation mark is a token, too. `blanks`: what stands between white space.
 */
export function tokensOf(
  { text, tokens }: Pick<DatasetDocument, 'text' | 'tokens'>,
  tokenizer: Tokenizer,
): readonly Range[] {
  if (tokenizer === 'blanks') return splitAtBlanks(text, { start: 0, end: text.length });
  if (tokenizer === 'own' && tokens) return tokens.flatMap((token) => bare(text, token));
  return splitAtBlanks(text, { start: 0, end: text.length }).flatMap((run) => wordsIn(text, run));
}

/** Words in a run without white space. */
function wordsIn(text: string, run: Range): readonly Range[] {
  const slice = text.slice(run.start, run.end);
  // Nothing can be cut here, and most of a text is made of these.
  if (/^[A-Za-z0-9]+$/u.test(slice)) return [run];
  return [...segmentsOf(segmenter, slice, run.start, WINDOW)];
}

function bare(text: string, range: Range): readonly Range[] {
  const isWhole = !hasBlank(text.slice(range.start, range.end)) && range.start < range.end;
  return isWhole ? [range] : splitAtBlanks(text, range);
}
