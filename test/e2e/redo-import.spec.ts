import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';

test('everything with its import is undone and done again, key by key', async ({
  workbench,
  folder,
}) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, 'Ada Lovelace met Charles Babbage in London.\n');
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
  await workbench.selectText('Ada Lovelace');
  await workbench.press('p');
  await workbench.selectText('London');
  await workbench.press('l');
  await workbench.saved();

  const { page } = workbench;
  await workbench.text.focus();
  const london = workbench.span('Location: London');
  const ada = workbench.span('Person: Ada Lovelace');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(london).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(ada).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(workbench.text).toBeHidden();

  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(workbench.text).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(ada).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(london).toBeVisible();
});
