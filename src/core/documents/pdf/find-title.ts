import type { Range } from '../../model/range.ts';

/** Longer ones are no titles. */
const LONGEST = 300;
/** A number may stand before a title in the text that its bookmark leaves out: `1.2.`, `A`, `IV`. */
const NUMBER = '(?:[\\p{Lu}\\p{N}]{1,5}(?:\\.[\\p{Lu}\\p{N}]{1,3}){0,5}[.):]?[ \\t]+)?';

/**
 * Where on a page the title of a bookmark stands: on lines of its own, after a number if there is one.
 * `undefined` where it stands nowhere like that.
 * @param page the stretch of the text that is the page.
 */
export function findTitle(text: string, page: Range, title: string): Range | undefined {
  const words = title.trim().split(/\s+/u);
  if (title.length > LONGEST || words[0] === '') return undefined;
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  const pattern = new RegExp(`^${NUMBER}${escaped.join('[ \\t]*[ \\t\\n][ \\t]*')}$`, 'mu');
  const found = pattern.exec(text.slice(page.start, page.end));
  if (!found) return undefined;
  const start = page.start + found.index;
  return { start, end: start + found[0].length };
}
