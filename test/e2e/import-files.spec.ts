import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { bratFiles, bratFolder } from './fixtures/brat-corpus.ts';
import { drop } from './fixtures/drop.ts';
import { ImportDialog } from './fixtures/import-dialog.ts';
import { expect, test, type Workbench } from './fixtures/index.ts';

const documents = (workbench: Workbench) =>
  workbench.page.getByRole('listbox', { name: 'Documents' }).getByRole('option');

/** `Café “hi”` as Windows wrote it before Unicode. */
const WINDOWS_1252 = new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x68, 0x69, 0x94, 0x0a]);

test.beforeEach(async ({ workbench, folder }) => {
  await writeFile(join(folder, 'first.txt'), 'The first text.\n');
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(join(folder, 'first.txt'));
});

test('a damaged file is named with line and reason; what is sound of the others comes in', async ({
  workbench,
  folder,
}) => {
  const path = await bratFolder(folder, {
    'bad.txt': 'Nobody was in Rome.\n',
    'bad.ann': 'T1\tCity 14 18\tRome\nT2\tCity 400 404\tOslo\nR1\tFounded Arg1:T1 Arg2:T9\n',
  });
  await drop(workbench, path);
  const dialog = new ImportDialog(workbench);
  await dialog.tab('Problems');
  const list = dialog.box.getByRole('list', { name: 'Problems' });
  await expect(list).toContainText('bad.ann, line 2');
  await expect(list).toContainText('bad.ann, line 3');
  await expect(list).not.toContainText(/\bat \w+ \(|Error:/u);

  await dialog.box.getByLabel('Search the problems').fill('line 3');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await dialog.box.getByRole('button', { name: 'Copy as text' }).click();
  await expect
    .poll(() => workbench.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^\S*bad\.ann, line 3.*: .+\n$/u);

  await dialog.confirm();
  await expect(documents(workbench)).toHaveCount(4);
  await documents(workbench).filter({ hasText: 'bad' }).click();
  await expect(workbench.span('City: Rome').or(workbench.span('Location: Rome'))).toBeVisible();
});

test('a damaged archive is said in a sentence, and nothing is added', async ({
  workbench,
  folder,
}) => {
  const path = join(folder, 'cut.zip');
  await writeFile(path, new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3]));
  await drop(workbench, path);
  await expect(
    workbench.page.getByRole('alert').filter({ hasText: /archive|zip/iu }),
  ).toBeVisible();
  await expect(workbench.page.getByRole('dialog')).toBeHidden();
  await expect(documents(workbench)).toHaveCount(1);
});

test('a text of a dataset in doubtful encoding waits for it; the annotations fit then', async ({
  workbench,
  folder,
}) => {
  const path = await bratFolder(folder, {
    'old.txt': WINDOWS_1252,
    'old.ann': 'T1\tClub 0 4\tCafé\n',
  });
  await drop(workbench, path);
  const dialog = new ImportDialog(workbench, /^(?:Import|Add documents)$/u);
  await expect(dialog.box.getByRole('tab', { name: /^Encodings/u })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(dialog.box).toContainText('byte 3');
  await dialog.box.getByLabel(/Windows-1252/u).check();
  await expect(dialog.footer).toContainText('3 new documents');
  await dialog.confirm();
  await documents(workbench).filter({ hasText: 'old' }).click();
  await expect(workbench.text).toContainText('Café “hi”');
  await expect(workbench.page.getByRole('button', { name: /: Café$/u })).toBeVisible();
});

test('a zip of a dataset is read as the folder would be', async ({ workbench, folder }) => {
  const path = join(folder, 'corpus.zip');
  const entries = Object.entries(bratFiles()).map(([name, text]) => [
    `corpus/${name}`,
    strToU8(text),
  ]);
  await writeFile(path, zipSync(Object.fromEntries(entries)));
  await drop(workbench, path);
  const dialog = new ImportDialog(workbench);
  await expect(dialog.box).toContainText('corpus.zip');
  await expect(dialog.box.getByLabel('Read as')).toHaveValue('brat');
  await expect(dialog.footer).toContainText('2 new documents');
  await dialog.confirm();
  await expect(documents(workbench)).toHaveCount(3);
});

test('another reader and files left out change what comes in, before anything is written', async ({
  workbench,
  folder,
}) => {
  await drop(workbench, await bratFolder(folder));
  const dialog = new ImportDialog(workbench, /^(?:Import|Add documents)$/u);
  await expect(dialog.footer).toContainText('2 new documents');
  await dialog.box.getByLabel('Add voyage.ann').uncheck();
  await dialog.box.getByLabel('Add voyage.txt').uncheck();
  await expect(dialog.footer).toContainText('1 new document');
  await dialog.box.getByLabel('Read as').selectOption('text');
  await expect(dialog.box.getByRole('tab', { name: /^Types/u })).toBeHidden();
  await expect(dialog.footer).toContainText('3 new documents.');
  await workbench.press('Escape');
  await dialog.box.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(dialog.box).toBeHidden();
  await expect(documents(workbench)).toHaveCount(1);
  const [project = ''] = await readdir(workbench.documents);
  const { documents: kept } = JSON.parse(
    await readFile(join(workbench.documents, project, 'project.json'), 'utf8'),
  );
  expect(kept).toHaveLength(1);
});

test('sets of a file can be given to a colleague by name', async ({ workbench, folder }) => {
  const { page } = workbench;
  await drop(workbench, await bratFolder(folder));
  const dialog = new ImportDialog(workbench);
  await dialog.tab('Annotators');
  await dialog.box.getByLabel(/^Whose the sets of/u).selectOption({ label: 'Somebody else…' });
  await dialog.box.getByLabel(/^Name for the sets of/u).fill('Bella');
  await expect(dialog.box.getByRole('button', { name: 'Import', exact: true })).toBeEnabled();
  await dialog.confirm();
  await expect(documents(workbench)).toHaveCount(3);
  await expect(page.getByText('You see the annotations of Bella.')).toBeVisible();
  await expect(workbench.span('Human: Ada Lovelace')).toBeVisible();
  const [project = ''] = await readdir(workbench.documents);
  const annotations = join(workbench.documents, project, 'annotations');
  const files = await readdir(annotations, { recursive: true });
  const sets = files.filter((file) => file.endsWith('.json'));
  expect(sets).toHaveLength(2);
  for (const file of sets)
    expect(JSON.parse(await readFile(join(annotations, file), 'utf8')).annotator.name).toBe(
      'Bella',
    );
});

test('what a table says of a document besides its text is shown with it', async ({
  workbench,
  folder,
}) => {
  await mkdir(join(folder, 'tables'));
  const path = join(folder, 'tables', 'letters.csv');
  await writeFile(
    path,
    'title,body,sender\nFirst letter,"Dear Ada, it rained in London.",Mary\nSecond,"All is well.",Jane\n',
  );
  await drop(workbench, path);
  const dialog = new ImportDialog(workbench, /^(?:Import|Add documents)$/u);
  await expect(dialog.box.getByText('Mary', { exact: true })).toBeVisible();
  await dialog.box.getByRole('button', { name: /^(?:Import|Add 2 documents)$/u }).click();
  await expect(documents(workbench)).toHaveCount(3);
  await documents(workbench).filter({ hasText: 'First letter' }).click();
  await workbench.page.getByRole('tab', { name: /^Document/u }).click();
  const about = workbench.page.getByRole('region', { name: 'About this document' });
  await expect(about).toContainText('Mary');
});
