import type { Heading } from '../../model/document-details.ts';
import { findTitle } from './find-title.ts';

/**
 * Titles that bookmarks lead to, where they are found in the text of their page, in order.
 * @param pages where each page after the first begins in the text.
 * @param bookmarks with the number of their page, from 0.
 */
export function titleRanges(
  text: string,
  pages: readonly number[],
  bookmarks: readonly { readonly title: string; readonly level: number; readonly page: number }[],
): readonly Heading[] {
  const found: Heading[] = [];
  for (const { title, level, page } of bookmarks) {
    const start = page === 0 ? 0 : (pages[page - 1] ?? text.length);
    const range = findTitle(text, { start, end: pages[page] ?? text.length }, title);
    if (range) found.push({ level, ...range });
  }
  found.sort((a, b) => a.start - b.start || a.level - b.level);
  let end = -1;
  return found.filter((heading) => {
    if (heading.start < end) return false;
    end = heading.end;
    return true;
  });
}
