import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findTitle } from '#core/documents/pdf/find-title.ts';
import type { Heading } from '#core/model/document-details.ts';

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

const MOST = 5_000;
const DEEPEST = 9;

/**
 * The titles that the bookmarks of a PDF lead to, where they are found in the text of their page.
 * @param pages where each page after the first begins in the text.
 * @param turn lets other work have its turn.
 */
export async function titlesByBookmarks(
  document: PDFDocumentProxy,
  text: string,
  pages: readonly number[],
  turn: () => Promise<void> | undefined,
): Promise<readonly Heading[]> {
  const found = new Map<number, Heading>();
  const outline = await document.getOutline().catch((): Outline => []);
  const queue = (outline ?? []).map((item) => ({ item, level: 1 }));
  for (let i = 0; i < queue.length && i < MOST; i++) {
    const next = queue[i];
    if (!next) break;
    const { item, level } = next;
    if (level < DEEPEST)
      queue.push(...item.items.map((one: typeof item) => ({ item: one, level: level + 1 })));
    const page = await pageOf(document, item.dest);
    await turn();
    if (page === undefined) continue;
    const start = page === 0 ? 0 : (pages[page - 1] ?? text.length);
    const range = findTitle(text, { start, end: pages[page] ?? text.length }, item.title);
    if (range && !found.has(range.start)) found.set(range.start, { level, ...range });
  }
  return withoutOverlaps([...found.values()].sort((a, b) => a.start - b.start));
}

function withoutOverlaps(headings: readonly Heading[]): readonly Heading[] {
  let end = 0;
  return headings.filter((heading) => {
    if (heading.start < end) return false;
    end = heading.end;
    return true;
  });
}

/** Number of the page, from 0, that a destination is on (ISO 32000-1, 12.3.2). */
async function pageOf(document: PDFDocumentProxy, dest: unknown): Promise<number | undefined> {
  try {
    const explicit: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const target: unknown = Array.isArray(explicit) ? explicit[0] : undefined;
    if (typeof target === 'number') return target;
    if (typeof target !== 'object' || target === null) return undefined;
    if (!('num' in target && 'gen' in target)) return undefined;
    const { num, gen } = target;
    if (typeof num !== 'number' || typeof gen !== 'number') return undefined;
    return await document.getPageIndex({ num, gen });
  } catch {
    return undefined;
  }
}
