import { bratFolder } from './fixtures/brat-corpus.ts';
import { ImportDialog } from './fixtures/import-dialog.ts';
import { expect, test } from './fixtures/index.ts';
import { Workbench } from './fixtures/workbench.ts';

test('a dataset on the command line becomes a project with its own schema, once the name is given', async ({
  folder,
}) => {
  const workbench = await Workbench.start(folder, [await bratFolder(folder)]);
  try {
    await workbench.page.getByLabel('Your name').fill('Ada');
    await workbench.press('Enter');
    const dialog = new ImportDialog(workbench, 'New project ‘corpus’');
    await expect(dialog.footer).toContainText('2 new documents');
    // The schema of the files takes the place of the default one: its types are no choice.
    await dialog.tab('Types');
    await expect(dialog.fate('entity type Human').locator('option')).toHaveText([
      'Add ‘Human’',
      'Add under another name…',
      'Leave out',
    ]);
    await dialog.confirm();
    await expect(dialog.box).toBeHidden();
    await expect(workbench.span('Human: Ada Lovelace')).toBeVisible();
    const labels = workbench.page.getByRole('toolbar', { name: 'Labels' });
    await expect(labels.getByRole('button', { name: 'Club' })).toBeVisible();
    await expect(labels.getByRole('button', { name: 'Money' })).toBeHidden();

    await workbench.restart();
    await workbench.reopen('corpus');
    await expect(workbench.span('Human: Ada Lovelace')).toBeVisible();
    expect(workbench.faults).toEqual([]);
  } finally {
    await workbench.close();
  }
});

test('giving up the dialog of a new project leaves no project behind', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  await workbench.giveName('Ada');
  await workbench.answerDialogs({ open: [await bratFolder(folder)] });
  await page.getByRole('button', { name: /^Open a folder/u }).click();
  const dialog = new ImportDialog(workbench, 'New project ‘corpus’');
  await expect(dialog.footer).toContainText('2 new documents');
  await dialog.box.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.box).toBeHidden();
  await expect(page.getByText('Welcome back, Ada.')).toBeVisible();
  await expect(page.getByText('The projects you open will be listed here.')).toBeVisible();
});
