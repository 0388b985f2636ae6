import type { Range } from '../../model/range.ts';

/**
 * What no token may hold: all that JavaScript or Python takes for white space, so that readers that
 * split at any white space see the same tokens.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: Python's `str.split` splits at these.
const BLANK = /[\s\u001c-\u001f\u0085]/u;
const NOT_BLANK = new RegExp(`[^${BLANK.source.slice(1, -1)}]+`, 'gu');

/** Whether the text holds white space of any kind. */
export function hasBlank(text: string): boolean {
  return BLANK.test(text);
}

/** The parts of a range between white space, in UTF-16; nothing where all of it is white space. */
export function splitAtBlanks(text: string, { start, end }: Range): readonly Range[] {
  const slice = text.slice(start, end);
  return [...slice.matchAll(NOT_BLANK)].map(({ index, 0: part }) => ({
    start: start + index,
    end: start + index + part.length,
  }));
}
