import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Workbench } from './fixtures/index.ts';

const FILLING = 'They talked all evening.\n';

/** Makes a text with two places, `lines` apart and `above` lines from the top, and relates them. */
async function relate(workbench: Workbench, folder: string, above: number, lines: number) {
  const file = join(folder, 'letter.txt');
  const text = `${FILLING.repeat(above)}Here is London.\n${FILLING.repeat(lines)}Here is England.\n`;
  await writeFile(file, `${text}${FILLING.repeat(40)}`);
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
  for (const words of ['London', 'England']) {
    await workbench.selectText(words);
    await workbench.press('l');
  }
  await workbench.span('Location: London').click();
  await workbench.press('-');
  await workbench.span('Location: England').click();
  await expect(workbench.page.getByRole('listbox', { name: 'Relation types' })).toBeFocused();
}

for (const [above, lines] of [
  [0, 1],
  [6, 2],
  [9, 4],
  [14, 2],
  [2, 14],
] as const) {
  test(`the picker covers neither end: ${above} lines above, ${lines} between`, async ({
    workbench,
    folder,
  }) => {
    await relate(workbench, folder, above, lines);
    const { page } = workbench;
    const picker = await page.getByRole('dialog', { name: 'Which relation?' }).boundingBox();
    if (!picker) throw new Error('There is no picker');
    for (const words of ['London', 'England']) {
      const chip = await workbench.span(`Location: ${words}`).boundingBox();
      const line = await page
        .locator('.cm-line span', { hasText: new RegExp(`^${words}$`, 'u') })
        .boundingBox();
      if (!(chip && line)) throw new Error(`${words} is not in view`);
      const isBeside =
        picker.y >= line.y + line.height || picker.y + picker.height <= chip.y ? 'beside' : 'over';
      expect(isBeside, words).toBe('beside');
    }
    const size = await page.evaluate(() => [window.innerWidth, window.innerHeight] as const);
    expect(picker.x).toBeGreaterThanOrEqual(0);
    expect(picker.y).toBeGreaterThanOrEqual(0);
    expect(picker.x + picker.width).toBeLessThanOrEqual(size[0]);
    expect(picker.y + picker.height).toBeLessThanOrEqual(size[1]);
  });
}
