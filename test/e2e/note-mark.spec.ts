import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';

test('the mark of a note stands beside the name of the type, not on it', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  const file = join(folder, 'letter.txt');
  await writeFile(file, 'Ada Lovelace met Charles Babbage in London.\n');
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
  await workbench.selectText('Charles Babbage');
  await workbench.press('p');
  const chip = workbench.span('Person: Charles Babbage');
  const before = await chip.boundingBox();
  await workbench.press('ControlOrMeta+Alt+M');
  await page.keyboard.type('Engineer');
  await workbench.press('Escape');
  await expect(async () => {
    const after = await chip.boundingBox();
    expect(after?.width).toBeGreaterThan(before?.width ?? 0);
  }).toPass();
  const { name, mark } = await chip.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const style = getComputedStyle(element, '::before');
    const { right, width } = style;
    const end = element.getBoundingClientRect().right;
    return {
      name: range.getBoundingClientRect().right,
      mark: end - Number.parseFloat(right) - Number.parseFloat(width),
    };
  });
  expect(mark).toBeGreaterThanOrEqual(name + 1);
});
