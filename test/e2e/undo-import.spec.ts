import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drop } from './fixtures/drop.ts';
import { ImportDialog } from './fixtures/import-dialog.ts';
import { expect, test } from './fixtures/index.ts';

const COUNT = 8;

test('undoing an import into many documents shows at once in the open one, which stays editable', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  const texts = join(folder, 'texts');
  const data = join(folder, 'data');
  await mkdir(texts);
  await mkdir(data);
  for (let n = 0; n < COUNT; n++) {
    const text = `Ada met Ben in Rome, for the time ${n}.\n`;
    await writeFile(join(texts, `${n}.txt`), text);
    await writeFile(join(data, `${n}.txt`), text);
    await writeFile(join(data, `${n}.ann`), 'T1\tPerson 0 3\tAda\nT2\tLocation 15 19\tRome\n');
  }
  await workbench.giveName('Ada');
  await workbench.answerDialogs({ open: [texts] });
  await page.getByRole('button', { name: /^Open a folder/u }).click();
  await expect(workbench.text).toBeVisible();
  await workbench.selectText('Ben');
  await workbench.press('p');
  await workbench.saved();

  await drop(workbench, data);
  const dialog = new ImportDialog(workbench);
  await expect(dialog.footer).toContainText(`${COUNT} documents of the project receive`);
  await dialog.confirm();
  await expect(workbench.span('Location: Rome')).toBeVisible();
  const message = page.getByText(`${COUNT} documents received`);
  await expect(message).toBeVisible();
  // Until the sets of all documents are in their files, and are no longer kept open.
  await page.waitForTimeout(4_000);

  await workbench.text.focus();
  await workbench.press('ControlOrMeta+Z');
  await expect(workbench.span('Location: Rome')).toBeHidden();
  await expect(workbench.span('Person: Ben')).toBeVisible();
  await expect(message).toBeHidden();
  await workbench.selectText('Ada');
  await workbench.press('p');
  await workbench.saved();
  await expect(workbench.span('Person: Ada')).toBeVisible();
  await expect(page.getByText('The annotations changed elsewhere')).toBeHidden();
});
