import type { CDPSession, Page } from '@playwright/test';
import { Workbench } from '../../e2e/fixtures/workbench.ts';
import { within } from './edits.ts';
import { installTools } from './page-tools.ts';

/** Starts the app. @returns it, and the milliseconds until its first screen could be used. */
export async function startApp(folder: string): Promise<{ bench: Workbench; start: number }> {
  const began = Date.now();
  const bench = await Workbench.start(folder);
  await bench.page.getByRole('button', { name: /^Open a project/u }).waitFor();
  const start = Date.now() - began;
  await bench.page.evaluate(installTools);
  return { bench, start };
}

/** Opens a project through the window. The short note is shown then. */
export async function openProject(bench: Workbench, project: string): Promise<void> {
  await bench.answerDialogs({ open: [project] });
  await bench.page.getByRole('button', { name: /^Open a project/u }).click();
  await bench.page.getByRole('textbox', { name: 'Text of a note' }).waitFor();
  await bench.page.evaluate(() => window.bench.settle(performance.now(), 500));
}

/** Milliseconds from the click on a document. */
export interface Opening {
  /** To the first frame with its text and chips. */
  readonly paint: number;
  /** Until all annotations are there, also those far from what is shown, and can be edited. */
  readonly whole: number;
  /** Until all is calm. */
  readonly settled: number;
}

/** Clicks on the document in the list. */
export async function openDocument(page: Page): Promise<Opening> {
  await page.evaluate(() => {
    const isThere = () =>
      document.querySelector('.cm-content[aria-label="Text of document"]') !== null &&
      document.querySelector('.cm-scroller button[data-span]') !== null;
    window.bench.watch('click', isThere);
  });
  await page.getByRole('listbox', { name: 'Documents' }).getByRole('option').nth(1).click();
  const opened = page.evaluate(async () => {
    const { paint, start } = await window.bench.seen;
    let whole = paint;
    while (document.querySelector('[data-reading]') !== null) {
      await window.bench.frame();
      whole = performance.now() - start;
    }
    const settled = await window.bench.settle(start + paint, 700);
    return { paint, whole, settled: Math.max(start + paint, settled) - start };
  });
  return within(opened, 'the document', 120_000);
}

/** Elements, texts and other nodes of the page. */
export function countNodes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let count = 0;
    while (walker.nextNode()) count++;
    return count;
  });
}

/** Megabytes of live objects in the window. */
export async function measureHeap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}
