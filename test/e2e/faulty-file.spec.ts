import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Workbench } from './fixtures/index.ts';

test.beforeEach(async ({ workbench, folder }) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, 'Ada Lovelace met Charles Babbage in London.\n');
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
  await workbench.selectText('Ada Lovelace');
  await workbench.press('p');
  await workbench.saved();
});

/** The set's file, once the pause after the last edit is over. */
async function setFile(workbench: Workbench): Promise<string> {
  const [project = ''] = await readdir(workbench.documents);
  const annotations = join(workbench.documents, project, 'annotations');
  const [document = ''] = await readdir(annotations);
  const folder = join(annotations, document);
  const name = async () => (await readdir(folder)).find((file) => file.endsWith('.json'));
  await expect.poll(name).toBeDefined();
  return join(folder, (await name()) ?? '');
}

test('a bad record in the file is told for as long as it is there', async ({ workbench }) => {
  const { page } = workbench;
  const path = await setFile(workbench);
  const good = await readFile(path, 'utf8');
  const set = JSON.parse(good);
  const bad = { ...set.records.at(-1), id: 's-bad', ranges: [[40, 4000]] };
  await writeFile(path, JSON.stringify({ ...set, records: [...set.records, bad] }));

  const banner = page
    .getByRole('status')
    .filter({ hasText: 'Your annotations of this document can only be read until their file' });
  await expect(banner).toContainText('annotations/');
  await expect(banner).toContainText('s-bad (Person)');
  await expect(banner).toContainText('Correct the file');

  await writeFile(path, good);
  await expect(banner).toBeHidden();
  await workbench.selectText('Charles Babbage');
  await workbench.press('p');
  await expect(workbench.span('Person: Charles Babbage')).toBeVisible();
  await workbench.saved();
});
