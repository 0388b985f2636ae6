import type { DocumentDetails } from '../model/document-details.ts';
import type { OutlineEntry } from './outline.ts';

const LONGEST = 200;

/**
 * The outline that an imported file brought along: its titles, and its pages. A page that begins with a
 * title is not listed apart. In order of the text.
 * @returns none where the file has neither; the text itself may show some then, see `outlineOf`.
 */
export function outlineOfDetails(
  text: string,
  { headings = [], pages = [] }: Pick<DocumentDetails, 'headings' | 'pages'>,
): readonly OutlineEntry[] {
  const titles = headings.map(({ start, end, level }) => ({
    offset: start,
    level,
    title: text
      .slice(start, Math.min(end, start + LONGEST))
      .replace(/\s+/gu, ' ')
      .trim(),
  }));
  const starts = new Set(titles.map(({ offset }) => offset));
  const begun = pages.flatMap((offset, i) => {
    // Pages without text begin where the next one does: only the last of them is one to go to.
    const isSeen = offset < text.length && pages[i + 1] !== offset && !starts.has(offset);
    return isSeen ? [{ offset, level: 1, title: `Page ${i + 2}` }] : [];
  });
  return [...titles.filter(({ title }) => title !== ''), ...begun].sort(
    (a, b) => a.offset - b.offset,
  );
}
