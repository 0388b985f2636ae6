import type { Range } from '../model/range.ts';
import { isLoose } from './edges.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** How far a blank is looked for, in code units; in texts without blanks words are found within that. */
const LOOK = 1000;
const BLANK = /\s/u;

/** A word, or what stands between words. */
export interface Piece extends Range {
  readonly isWord: boolean;
}

/**
 * The pieces of the text around an offset: from the last blank before it to the next blank after it, or
 * `LOOK` characters. So the time does not depend on the length of the text. Languages written without
 * blanks are cut by the dictionary of `Intl.Segmenter`.
 */
export function piecesAround(text: string, offset: number): readonly Piece[] {
  const from = blankBefore(text, offset);
  const to = blankAfter(text, offset);
  const pieces: Piece[] = [];
  for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
    const start = from + index;
    const end = start + segment.length;
    // `China’s` is one word to Unicode; people tag `China`.
    const owner = /^(.+)['’]s$/isu.exec(segment)?.[1];
    if (owner === undefined) pieces.push({ start, end, isWord: !isLoose(segment) });
    else {
      pieces.push({ start, end: start + owner.length, isWord: true });
      pieces.push({ start: start + owner.length, end, isWord: false });
    }
  }
  return pieces;
}

function blankBefore(text: string, offset: number): number {
  const limit = Math.max(0, offset - LOOK);
  let at = offset;
  while (at > limit && !BLANK.test(text.charAt(at - 1))) at--;
  return splitsPair(text, at) ? at - 1 : at;
}

function blankAfter(text: string, offset: number): number {
  const limit = Math.min(text.length, offset + LOOK);
  let at = offset;
  while (at < limit && !BLANK.test(text.charAt(at))) at++;
  return splitsPair(text, at) ? at - 1 : at;
}

function splitsPair(text: string, at: number): boolean {
  return at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

/** The piece that the offset is strictly inside of; an edge at an apostrophe was meant. */
export function pieceThatIsCut(text: string, offset: number): Range | undefined {
  if (offset <= 0 || offset >= text.length || /['’]/u.test(text.charAt(offset - 1)))
    return undefined;
  return piecesAround(text, offset).find(({ start, end }) => start < offset && offset < end);
}

/** The first word that ends after the offset; `undefined` where there is none. */
export function wordEndingAfter(text: string, offset: number): Range | undefined {
  return wordAfter(text, offset, (word) => word.end > offset);
}

/** The first word that starts after the offset. */
export function wordStartingAfter(text: string, offset: number): Range | undefined {
  return wordAfter(text, offset, (word) => word.start > offset);
}

/** The last word that starts before the offset. */
export function wordStartingBefore(text: string, offset: number): Range | undefined {
  return wordBefore(text, offset, (word) => word.start < offset);
}

/** The last word that ends before the offset. */
export function wordEndingBefore(text: string, offset: number): Range | undefined {
  return wordBefore(text, offset, (word) => word.end < offset);
}

function wordAfter(text: string, offset: number, fits: (word: Piece) => boolean) {
  for (let at = offset; at < text.length; ) {
    while (at < text.length && BLANK.test(text.charAt(at))) at++;
    const pieces = piecesAround(text, at);
    const word = pieces.find((piece) => piece.isWord && fits(piece));
    if (word) return word;
    at = Math.max(at + 1, pieces.at(-1)?.end ?? 0);
  }
  return undefined;
}

function wordBefore(text: string, offset: number, fits: (word: Piece) => boolean) {
  for (let at = offset; at > 0; ) {
    while (at > 0 && BLANK.test(text.charAt(at - 1))) at--;
    const pieces = piecesAround(text, at);
    const word = pieces.findLast((piece) => piece.isWord && fits(piece));
    if (word) return word;
    at = Math.min(at - 1, pieces[0]?.start ?? 0);
  }
  return undefined;
}
