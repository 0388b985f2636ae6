import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';
import { placeOfWords } from './fixtures/place-of-words.ts';

const TEXT = 'Ada Lovelace met Charles Babbage in London.\nHe lived in England.\n';

test.beforeEach(async ({ workbench, folder }) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, TEXT);
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
  await workbench.selectText('Charles');
  await workbench.press('p');
});

for (const aside of [-2, -1, 0, 1]) {
  test(`a drag from ${aside} px of the word after a span selects words, and leaves the span`, async ({
    workbench,
  }) => {
    const { page } = workbench;
    await expect(page.locator('[data-edge="end"]')).toBeVisible();
    const [first] = await placeOfWords(page, 'Babbage');
    const [, last] = await placeOfWords(page, 'London');
    const start = await page.evaluate(
      ({ x, y }) => {
        const place = document.caretRangeFromPoint(x, y);
        if (!place) throw new Error('There is no letter');
        place.setEnd(place.startContainer, place.startOffset + 1);
        return place.getBoundingClientRect().left;
      },
      { x: first.x, y: first.y },
    );
    await page.mouse.move(start + aside, first.y);
    await page.mouse.down();
    await page.mouse.move(last.x - 5, last.y, { steps: 4 });
    await page.mouse.move(last.x, last.y, { steps: 2 });
    await page.mouse.up();
    await expect(workbench.span('Person: Charles')).toBeVisible();
    await workbench.press('o');
    await expect(
      page.getByRole('button', { name: /^Organization: (?:Charles )?Babbage in London$/u }),
    ).toBeVisible();
    await expect(workbench.span('Person: Charles')).toBeVisible();
  });
}

test('the knob below the letters takes hold of the edge', async ({ workbench }) => {
  const { page } = workbench;
  const box = await page.locator('[data-edge="end"]').boundingBox();
  const [, to] = await placeOfWords(page, 'Babbage');
  if (!box) throw new Error('The edge has no knob');
  expect(box.y).toBeGreaterThan(to.y);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await expect(workbench.span('Person: Charles Babbage')).toBeVisible();
});
