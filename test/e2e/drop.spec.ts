import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drop } from './fixtures/drop.ts';
import { expect, test } from './fixtures/index.ts';

test('documents dropped become a project, more are added to it, and a project folder is opened', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  const sources = join(folder, 'sources');
  await mkdir(join(sources, 'more'), { recursive: true });
  await writeFile(join(sources, 'letter.txt'), 'Ada met Charles.\n');
  await writeFile(join(sources, 'more', 'diary.md'), 'Rain.\n');

  // Without a name the question comes first; what was dropped is not forgotten.
  await expect(page.getByLabel('Your name')).toBeFocused();
  await drop(workbench, join(sources, 'letter.txt'));
  await expect(page.getByText('Please give your name, then it goes on.')).toBeVisible();
  await page.keyboard.type('Ada');
  await workbench.press('Enter');
  await expect(workbench.text).toContainText('Ada met Charles.');

  await drop(workbench, join(sources, 'more'));
  const documents = page.getByRole('listbox', { name: 'Documents' }).getByRole('option');
  await expect(documents).toHaveCount(2);
  await expect(workbench.text).toContainText('Rain.');

  await workbench.press('ControlOrMeta+Shift+W');
  await expect(page.getByText('Welcome back, Ada.')).toBeVisible();
  await drop(workbench, join(workbench.documents, 'letter'));
  await expect(documents).toHaveCount(2);
  expect(workbench.faults).toEqual([]);
});
