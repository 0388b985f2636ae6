import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';

const TEXT = 'Ada Lovelace met Charles Babbage in London.\nLondon is in England.\n';

test.beforeEach(async ({ workbench, folder }) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, TEXT);
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
});

test('Escape in a note keeps what was typed as one edit, and gives the keys back to the text', async ({
  workbench,
}) => {
  const { page } = workbench;
  const note = page.getByLabel('Note on the span');
  await workbench.selectText('Charles Babbage');
  await workbench.press('p', 'ControlOrMeta+Alt+M');
  await expect(note).toBeFocused();
  await page.keyboard.type('Engineer');
  await workbench.press('Escape');
  await expect(workbench.text).toBeFocused();
  await expect(note).toHaveValue('Engineer');
  await workbench.press('ControlOrMeta+Z');
  await expect(note).toHaveValue('');
  await expect(workbench.span('Person: Charles Babbage')).toBeVisible();
});

test('Escape in the note on the document keeps it too', async ({ workbench }) => {
  const { page } = workbench;
  const note = page.getByLabel('Note on the document');
  await page.getByRole('tab', { name: 'Document' }).click();
  await note.fill('A copy');
  await workbench.press('Escape');
  await expect(workbench.text).toBeFocused();
  await expect(note).toHaveValue('A copy');
  await workbench.press('ControlOrMeta+Z');
  await expect(note).toHaveValue('');
});

test('Escape in a name drops half a name', async ({ workbench }) => {
  const { page } = workbench;
  const dialog = page.getByRole('dialog');
  await workbench.press('ControlOrMeta+,');
  await dialog.getByLabel('Your name').fill('Half');
  await workbench.press('Escape');
  await expect(dialog).toBeHidden();
  await workbench.press('ControlOrMeta+,');
  await expect(dialog.getByLabel('Your name')).toHaveValue('Anna');
  await workbench.press('Escape', 'ControlOrMeta+T');
  await page.getByRole('treeitem', { name: /^Person/u }).click();
  const name = dialog.getByLabel('Name', { exact: true });
  await expect(name).toHaveValue('Person');
  await name.fill('Half');
  await workbench.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Person' })).toBeVisible();
});
