import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/index.ts';

/** Drops files and folders of the disk on the middle of the window, as a file manager would. */
async function drop(page: Page, files: readonly string[]) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
}

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
  await drop(page, [join(sources, 'letter.txt')]);
  await expect(page.getByText('Please give your name, then it goes on.')).toBeVisible();
  await page.keyboard.type('Ada');
  await workbench.press('Enter');
  await expect(workbench.text).toContainText('Ada met Charles.');

  await drop(page, [join(sources, 'more')]);
  const documents = page.getByRole('listbox', { name: 'Documents' }).getByRole('option');
  await expect(documents).toHaveCount(2);
  await expect(workbench.text).toContainText('Rain.');

  await workbench.press('ControlOrMeta+Shift+W');
  await expect(page.getByText('Welcome back, Ada.')).toBeVisible();
  await drop(page, [join(workbench.documents, 'letter')]);
  await expect(documents).toHaveCount(2);
  expect(workbench.faults).toEqual([]);
});
