import type { Page } from '@playwright/test';
import type { ProjectView } from '#api/calls/project.ts';

export const EDITS = ['add', 'retype', 'delete', 'undo'] as const;
export type EditTimes = Record<(typeof EDITS)[number], number[]>;

/** Milliseconds from each key to the frame that shows its effect: a word tagged, retyped, deleted, and that undone. */
export async function measureEdits(page: Page, times: number): Promise<EditTimes> {
  const found: EditTimes = { add: [], retype: [], delete: [], undo: [] };
  for (let i = 0; i < times; i++) {
    const { word, x, y } = await freeWord(page, i);
    await page.mouse.dblclick(x, y);
    await page.waitForTimeout(60);
    const [first = '', second = ''] = await typesWithKeys(page);
    found.add.push(await timeKey(page, 'p', `${first}: ${word}`, 1));
    found.retype.push(await timeKey(page, 'o', `${second}: ${word}`, 1));
    found.delete.push(await timeKey(page, 'Delete', `${second}: ${word}`, -1));
    found.undo.push(await timeKey(page, 'Control+z', `${second}: ${word}`, 1));
    await page.keyboard.press('Escape');
  }
  return found;
}

/**
 * Presses a key, and times it.
 * @param chip name of the chip that the key adds (`by` 1) or takes away (-1).
 */
export async function timeKey(page: Page, key: string, chip: string, by: 1 | -1): Promise<number> {
  await page.evaluate(
    async ({ chip, by }) => {
      const count = () =>
        document.querySelectorAll(`.cm-editor [aria-label=${JSON.stringify(chip)}]`).length;
      const wanted = count() + by;
      await window.bench.frame();
      window.bench.watch('keydown', () => count() === wanted);
    },
    { chip, by },
  );
  await page.keyboard.press(key);
  const { paint } = await within(
    page.evaluate(() => window.bench.seen),
    `${key} for ‘${chip}’`,
  );
  return paint;
}

/** Fails after a while, and says what did not come. */
export async function within<Value>(work: Promise<Value>, what: string, ms = 60_000) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing came in ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Entity types in the order of the label bar: the first ones have the keys p, o, l, d. */
function typesWithKeys(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const view = JSON.parse(await window.glossator.call('project.view', null));
    return (view.value as ProjectView).schema.entityTypes.slice(0, 4).map(({ name }) => name);
  });
}

/** Pages on which a free word is looked for. */
const PAGES = 6;

/** A word that no span covers, the nth of those in view (and round), and where its middle is. */
async function freeWord(page: Page, nth: number): Promise<{ word: string; x: number; y: number }> {
  for (let i = 0; i < PAGES; i++) {
    const found = await freeWords(page);
    const one = found[nth % Math.max(1, found.length)];
    if (one) return one;
    await page.evaluate(async () => {
      const scroller = document.querySelector('.cm-scroller');
      scroller?.scrollBy(0, scroller.clientHeight * 0.8);
      await window.bench.settle(performance.now(), 300);
    });
  }
  throw new Error('no free word was found');
}

/** Words in view that no span covers. */
function freeWords(page: Page) {
  return page.evaluate(() => {
    const pane = document.querySelector('.cm-scroller')?.getBoundingClientRect();
    const found: { word: string; x: number; y: number }[] = [];
    for (const line of document.querySelectorAll('.cm-line')) {
      for (const node of line.childNodes) {
        if (!(node instanceof Text)) continue;
        for (const match of node.data.matchAll(/(?<= )[a-z]{4,}(?= )/gu)) {
          const range = document.createRange();
          range.setStart(node, match.index);
          range.setEnd(node, match.index + match[0].length);
          const box = range.getBoundingClientRect();
          const isSeen = pane && box.top > pane.top + 60 && box.bottom < pane.bottom - 60;
          if (!isSeen) continue;
          const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
          found.push({ word: match[0], x, y });
        }
      }
    }
    return found;
  });
}
