import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';

test('edits made while the folder is away are saved by themselves once it is back', async ({
  workbench,
  folder,
}) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, 'Ada Lovelace met Charles Babbage in London.\n');
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
  await workbench.selectText('Ada Lovelace');
  await workbench.press('p');
  await workbench.saved();

  const { page } = workbench;
  const [name = ''] = await readdir(workbench.documents);
  const path = join(workbench.documents, name);
  await rename(path, `${path}-away`);
  await workbench.selectText('Charles Babbage');
  await workbench.press('p');
  await expect(
    page.getByText(/^Not saved: The project’s folder cannot be reached\./u),
  ).toBeVisible();
  await expect(page.getByText(/ENOENT|Something went wrong/u)).toHaveCount(0);

  await rename(`${path}-away`, path);
  await workbench.saved();
  await expect(page.getByText(/cannot be reached/u)).toHaveCount(0);
  await expect(workbench.span('Person: Charles Babbage')).toBeVisible();
});
