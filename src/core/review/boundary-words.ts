import type { Range } from '../model/range.ts';
import { nextGrapheme } from '../text/graphemes.ts';
import { pieceThatIsCut } from '../text/words.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/**
 * How the edges of one stretch of text lie to those of another one.
 * @returns such as `begins one word earlier and ends two words later`; empty where they are the same.
 */
export function boundaryWords(text: string, from: Range, to: Range): string {
  const start = edgeWords(text, 'begins', from.start, to.start);
  const end = edgeWords(text, 'ends', from.end, to.end);
  return [start, end].filter((words) => words !== '').join(' and ');
}

function edgeWords(text: string, verb: string, from: number, to: number): string {
  if (from === to) return '';
  const amount = amountBetween(text, Math.min(from, to), Math.max(from, to));
  return `${verb} ${amount} ${to < from ? 'earlier' : 'later'}`;
}

/** In whole words where both edges lie between words, else in characters. */
function amountBetween(text: string, start: number, end: number): string {
  const cutsWord = [start, end].some((at) => cuts(text, at));
  const words = cutsWord ? 0 : countWords(text.slice(start, end));
  if (words > 0) return counted(words, 'word');
  let characters = 0;
  for (let at = start; at < end; at = nextGrapheme(text, at)) characters++;
  return counted(characters, 'character');
}

/** Whether a word goes on over an offset; beside a blank none does, and that is quickly told. */
function cuts(text: string, at: number): boolean {
  if (BLANK.test(text.charAt(at)) || BLANK.test(text.charAt(at - 1))) return false;
  return pieceThatIsCut(text, at) !== undefined;
}

const BLANK = /\s/u;

/** By the blanks between them where a script has them, else by the dictionary. */
function countWords(text: string): number {
  if (SPACED.test(text)) return text.split(BLANK).filter((part) => LETTER.test(part)).length;
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
  return count;
}

const LETTER = /[\p{L}\p{N}]/u;
const SPACED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}\p{S}\s]*$/u;

const counted = (count: number, what: string) =>
  `${NUMBERS[count] ?? count} ${count === 1 ? what : `${what}s`}`;
