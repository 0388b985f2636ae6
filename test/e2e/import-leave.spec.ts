import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bratFolder } from './fixtures/brat-corpus.ts';
import { drop } from './fixtures/drop.ts';
import { ImportDialog } from './fixtures/import-dialog.ts';
import { expect, test, type Workbench } from './fixtures/index.ts';

const QUESTION = 'Leave the import? What you chose is forgotten.';

async function opened(workbench: Workbench, folder: string): Promise<ImportDialog> {
  const file = join(folder, 'first.txt');
  await writeFile(file, 'The first text, with Ada.\n');
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(file);
  await workbench.selectText('Ada');
  await workbench.press('p');
  await workbench.saved();
  await drop(workbench, await bratFolder(folder));
  const dialog = new ImportDialog(workbench);
  await expect(dialog.footer).toContainText('2 new documents');
  return dialog;
}

test('what was decided is not lost by a click outside or by one Escape', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  const dialog = await opened(workbench, folder);
  await page.mouse.click(5, 5);
  await expect(dialog.box).toBeVisible();
  await dialog.tab('Types');
  await dialog.map('entity type Club', 'Add under another name…');

  // Escape in a field leaves the field, with the name that it had.
  const name = dialog.box.getByLabel('New name of the entity type Club');
  await name.fill('Society');
  await workbench.press('Escape');
  await expect(name).toHaveValue('Club');
  await expect(name).not.toBeFocused();
  await expect(dialog.footer).not.toContainText(QUESTION);

  // Elsewhere it asks, as Cancel and the cross do.
  await workbench.press('Escape');
  await expect(dialog.footer).toContainText(QUESTION);
  await workbench.press('Escape');
  await expect(dialog.footer).not.toContainText(QUESTION);
  await dialog.box.getByRole('button', { name: 'Cancel' }).click();
  await dialog.box.getByRole('button', { name: 'Keep' }).click();
  await expect(dialog.fate('entity type Club')).toHaveValue('rename');
  await dialog.box.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog.box.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(dialog.box).toBeHidden();
  expect(workbench.faults).toEqual([]);
});

test('where nothing was decided, one Escape closes the dialog', async ({ workbench, folder }) => {
  const dialog = await opened(workbench, folder);
  await workbench.press('Escape');
  await expect(dialog.box).toBeHidden();
});

test('nothing is imported under an empty name', async ({ workbench, folder }) => {
  const dialog = await opened(workbench, folder);
  const start = dialog.box.getByRole('button', { name: 'Import', exact: true });
  await dialog.tab('Types');
  await dialog.map('entity type Club', 'Add under another name…');
  await dialog.box.getByLabel('New name of the entity type Club').fill('');
  await expect(dialog.footer).toContainText('Give ‘Club’ a name first.');
  await expect(start).toBeDisabled();
  // Also while another page of the dialog is shown.
  await dialog.tab('Documents');
  await expect(start).toBeDisabled();
  await dialog.tab('Types');
  await dialog.box.getByLabel('New name of the entity type Club').fill('Society');
  await expect(start).toBeEnabled();

  await dialog.tab('Annotators');
  await dialog.box.getByLabel(/^Whose the sets of/u).selectOption('new');
  await expect(start).toBeDisabled();
  await dialog.box.getByLabel(/^Name for the sets of/u).fill('Ben');
  await expect(start).toBeEnabled();
  await dialog.tab('Documents');
  await dialog.tab('Annotators');
  await expect(dialog.box.getByLabel(/^Name for the sets of/u)).toHaveValue('Ben');
});

test('messages lie over no button of a dialog, and closing one leaves the dialog open', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  const dialog = await opened(workbench, folder);
  await dialog.tab('Problems');
  await dialog.tab('Types');
  await dialog.map('entity type Year', 'Leave out');
  // Something is said while the dialog stands open.
  await page.evaluate(() =>
    window.dispatchEvent(new ErrorEvent('error', { error: new Error('a bug') })),
  );
  const messages = page.getByRole('region', { name: 'Messages' });
  await expect(messages).toContainText('Something in this window went wrong.');
  const said = await messages.boundingBox();
  const footer = await dialog.footer.boundingBox();
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThan(footer?.y ?? 0);
  await page.getByRole('button', { name: 'Close this message' }).click();
  await expect(messages).not.toContainText('went wrong');
  await expect(dialog.box).toBeVisible();
  await expect(dialog.fate('entity type Year')).toHaveValue('out');
});
