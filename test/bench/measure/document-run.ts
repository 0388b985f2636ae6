import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ME } from '../documents/write-project.ts';
import { EDITS, measureEdits } from './edits.ts';
import { type Figures, median, quantile } from './figures.ts';
import { freshFolder } from './fresh-folder.ts';
import { measurePauses } from './main-pause.ts';
import { measureIdle, measureJumps, measureScroll } from './scroll.ts';
import { countNodes, measureHeap, openDocument, openProject, startApp } from './window.ts';

/** Milliseconds to add a span while the list of all annotations is open; the median of four. */
async function measureListed(page: Page): Promise<number> {
  await page.getByRole('tab', { name: /^List/u }).click();
  await page.evaluate(() => window.bench.settle(performance.now(), 500));
  const { add } = await measureEdits(page, 4);
  await page.getByRole('tab', { name: /^Document/u }).click();
  return median(add);
}

/** Starts the app anew and measures one document in it. @param edits how many of each kind. */
export async function runDocument(project: string, edits: number) {
  const folder = await freshFolder();
  const { bench, start } = await startApp(folder.path);
  try {
    const { page, app } = bench;
    await openProject(bench, project);
    const { paint, whole, settled } = await openDocument(page);
    const cdp = await page.context().newCDPSession(page);
    const nodes = await countNodes(page);
    const heap = await measureHeap(cdp);
    const file = join(project, 'annotations', 'document', `${ME.id}.json`);
    const { mtimeMs } = await stat(file);
    const times = await measureEdits(page, edits);
    const pauses = await measurePauses(app, page, file, mtimeMs);
    const listed = await measureListed(page);
    const idleP95 = await measureIdle(page);
    const scrollP95 = await measureScroll(page, cdp);
    const jump = await measureJumps(page);
    const figures: Figures = {
      open: paint,
      openWhole: whole,
      openSettled: settled,
      add: median(times.add),
      retype: median(times.retype),
      delete: median(times.delete),
      undo: median(times.undo),
      editP95: quantile(
        EDITS.flatMap((name) => times[name]),
        0.95,
      ),
      addListed: listed,
      scrollP95,
      idleP95,
      jump,
      nodes: Math.max(nodes, await countNodes(page)),
      heap,
      mainPause: pauses.main,
      windowPause: pauses.window,
    };
    const runtime = await app.evaluate(
      () => `Electron ${process.versions.electron}, Chromium ${process.versions['chrome']}`,
    );
    return { start, figures, runtime };
  } finally {
    await bench.close();
    await folder.remove();
  }
}
