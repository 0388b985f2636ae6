import { within } from './edits.ts';
import { freshFolder } from './fresh-folder.ts';
import { startApp } from './window.ts';

export interface ManyDocuments {
  /** Milliseconds from the click until the first document and the list are shown. */
  readonly open: number;
  /** From End to the frame with the last document. */
  readonly list: number;
  /** From a typed character to the frame with the shorter list. */
  readonly filter: number;
}

/** Opens a project of many documents, goes to the end of its list, and filters it. */
export async function measureManyDocuments(project: string): Promise<ManyDocuments> {
  const folder = await freshFolder();
  const { bench } = await startApp(folder.path);
  try {
    const { page } = bench;
    const seen = async (what: string) =>
      (
        await within(
          page.evaluate(() => window.bench.seen),
          what,
        )
      ).paint;
    await bench.answerDialogs({ open: [project] });
    await page.evaluate(() => {
      const isThere = () =>
        document.querySelector('.cm-content') !== null &&
        document.querySelector('[aria-label="Documents"] [role="option"]') !== null;
      window.bench.watch('click', isThere);
    });
    await page.getByRole('button', { name: /^Open a project/u }).click();
    const open = await seen('the project');
    await page.evaluate(() => window.bench.settle(performance.now(), 1_000));

    await page.getByRole('listbox', { name: 'Documents' }).focus();
    await page.evaluate(() => {
      const options = '[aria-label="Documents"] [role="option"]';
      const isThere = () =>
        [...document.querySelectorAll(options)].some(
          (line) => line.getAttribute('aria-posinset') === line.getAttribute('aria-setsize'),
        );
      window.bench.watch('keydown', isThere);
    });
    await page.keyboard.press('End');
    const list = await seen('the end of the list');

    await page.getByRole('searchbox', { name: 'Search documents' }).focus();
    await page.evaluate(() => {
      const options = '[aria-label="Documents"] [role="option"]';
      const size = () => document.querySelector(options)?.getAttribute('aria-setsize');
      const before = size();
      window.bench.watch('keydown', () => size() !== before);
    });
    await page.keyboard.press('7');
    return { open, list, filter: await seen('the filtered list') };
  } finally {
    await bench.close();
    await folder.remove();
  }
}
