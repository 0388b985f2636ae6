import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';
import type { Workbench } from './fixtures/workbench.ts';

/** A folder with text files. @returns its path. */
async function sources(folder: string, files: Readonly<Record<string, string | Uint8Array>>) {
  const path = join(folder, 'sources');
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(path, name, '..'), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return path;
}

const documents = (workbench: Workbench) =>
  workbench.page.getByRole('listbox', { name: 'Documents' }).getByRole('option');

async function addFolder(workbench: Workbench, path: string) {
  await workbench.answerDialogs({ open: [path] });
  await workbench.palette('Add a folder');
}

/** `Café “hi”` as Windows wrote it before Unicode. */
const WINDOWS_1252 = new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x68, 0x69, 0x94, 0x0a]);

test.beforeEach(async ({ workbench, folder }) => {
  await workbench.giveName('Ada');
  const first = join(folder, 'first.txt');
  await writeFile(first, 'The first text.\n');
  await workbench.createProjectFrom(first);
});

test('clean files are added without a question, and undo takes them back', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  await addFolder(workbench, await sources(folder, { 'a.txt': 'One.\n', 'sub/b.md': '# Two\n' }));
  await expect(documents(workbench)).toHaveCount(3);
  await expect(page.getByRole('dialog')).toBeHidden();
  await page
    .getByText('Added 2 documents.')
    .locator('..')
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(documents(workbench)).toHaveCount(1);
  await expect(documents(workbench)).toContainText(['first']);
});

test('a file that is not UTF-8 names the byte, and waits for its encoding', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  await addFolder(
    workbench,
    await sources(folder, { 'good.txt': 'Fine.\n', 'old.txt': WINDOWS_1252 }),
  );
  const dialog = page.getByRole('dialog', { name: 'Add documents' });
  await expect(dialog).toContainText('byte 3');
  await expect(dialog).toContainText('line 1');
  await expect(dialog.getByLabel('Add old')).toBeDisabled();
  await expect(dialog.getByRole('button', { name: 'Add 1 document' })).toBeEnabled();

  await dialog.getByLabel(/Windows-1252/u).check();
  await dialog.getByRole('button', { name: 'Add 2 documents' }).click();
  await documents(workbench).filter({ hasText: 'old' }).click();
  await expect(workbench.text).toContainText('Café “hi”');
});

test('the same text again is noticed and left out unless ticked', async ({ workbench, folder }) => {
  const { page } = workbench;
  await addFolder(
    workbench,
    await sources(folder, { 'copy.txt': 'The first text.\n', 'other.txt': 'Another text.\n' }),
  );
  const dialog = page.getByRole('dialog', { name: 'Add documents' });
  await expect(dialog.getByLabel('Add copy')).not.toBeChecked();
  await expect(dialog).toContainText('Same text as ‘first’');
  await dialog.getByRole('button', { name: 'Add 1 document' }).click();
  await expect(documents(workbench)).toHaveCount(2);
});

test('a folder without texts is answered with a sentence', async ({ workbench, folder }) => {
  await addFolder(workbench, await sources(folder, { 'picture.png': new Uint8Array([1, 2, 3]) }));
  await expect(workbench.page.getByText(/There are no text or Markdown files/u)).toBeVisible();
  await expect(documents(workbench)).toHaveCount(1);
});

test('giving up the dialog adds nothing', async ({ workbench, folder }) => {
  await addFolder(
    workbench,
    await sources(folder, { 'good.txt': 'Fine.\n', 'old.txt': WINDOWS_1252 }),
  );
  await expect(workbench.page.getByRole('dialog', { name: 'Add documents' })).toBeVisible();
  await workbench.press('Escape');
  await expect(workbench.page.getByRole('dialog')).toBeHidden();
  await expect(documents(workbench)).toHaveCount(1);
  expect(workbench.faults).toEqual([]);
});
