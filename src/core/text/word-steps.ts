import { type Piece, piecesAround } from './words.ts';

const BLANK = /\s/u;

/**
 * Where the caret goes from `offset` by one word to the end of the text: past blanks, then past the word,
 * or the punctuation, that follows. Languages written without blanks are cut by `Intl.Segmenter`.
 * UTF-16 code units; at the end of the text it stays.
 */
export function wordStepForward(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && BLANK.test(text.charAt(at))) at++;
  if (at >= text.length) return text.length;
  const pieces = piecesAround(text, at);
  let i = pieces.findIndex((piece) => piece.end > at);
  const first = pieces[i];
  if (!first) return Math.min(text.length, at + 1);
  while (!first.isWord && isOther(pieces[i + 1])) i++;
  return pieces[i]?.end ?? first.end;
}

/** The same to the beginning of the text; at its beginning it stays. */
export function wordStepBack(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && BLANK.test(text.charAt(at - 1))) at--;
  if (at <= 0) return 0;
  const pieces = piecesAround(text, at);
  let i = pieces.findLastIndex((piece) => piece.start < at);
  const first = pieces[i];
  if (!first) return Math.max(0, at - 1);
  while (!first.isWord && isOther(pieces[i - 1])) i--;
  return pieces[i]?.start ?? first.start;
}

const isOther = (piece: Piece | undefined) => piece !== undefined && !piece.isWord;
