import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Workbench } from './fixtures/index.ts';

test.beforeEach(async ({ workbench, folder }) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, 'Ada Lovelace met Charles Babbage in London.\n');
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
  for (const [words, key] of [
    ['Ada Lovelace', 'p'],
    ['Charles Babbage', 'p'],
    ['London', 'l'],
  ] as const) {
    await workbench.selectText(words);
    await workbench.press(key);
  }
  await workbench.saved();
});

/** The lines of the annotator's change log. */
async function log(workbench: Workbench): Promise<readonly Record<string, unknown>[]> {
  const [project = ''] = await readdir(workbench.documents);
  const annotations = join(workbench.documents, project, 'annotations');
  const [document = ''] = await readdir(annotations);
  const files = await readdir(join(annotations, document));
  const name = files.find((file) => file.endsWith('.log')) ?? '';
  const text = await readFile(join(annotations, document, name), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((line) => 'seq' in line);
}

test('an earlier state is looked at, then restored, and the restoring is undone', async ({
  workbench,
}) => {
  const { page } = workbench;
  await page.keyboard.press('ControlOrMeta+H');
  const history = page.getByRole('listbox', { name: 'History of the document' });
  await expect(history.getByRole('option')).toHaveCount(3);
  await history.getByRole('option', { name: /^Tag Person ‘Ada Lovelace’/u }).click();
  await expect(page.getByText(/^As it was on/u)).toBeVisible();
  await expect(workbench.span('Person: Ada Lovelace')).toBeVisible();
  await expect(workbench.span('Location: London')).toBeHidden();

  // While the past is looked at, nothing can be edited.
  await workbench.selectText('London');
  await workbench.press('l');
  await expect(workbench.span('Location: London')).toBeHidden();

  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(workbench.span('Location: London')).toBeVisible();
  expect(await log(workbench)).toHaveLength(3);

  await history.getByRole('option', { name: /^Tag Person ‘Charles Babbage’/u }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(workbench.span('Location: London')).toBeHidden();
  await expect(workbench.span('Person: Charles Babbage')).toBeVisible();
  await expect(page.getByText(/^As it was on/u)).toBeHidden();
  expect((await log(workbench)).at(-1)).toMatchObject({ seq: 4, code: 'restore' });

  await workbench.text.focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(workbench.span('Location: London')).toBeVisible();
  await expect(history.getByRole('option', { name: /^Restore .*, undone/u })).toBeVisible();
});

test('what was undone is dimmed, also after a restart', async ({ workbench }) => {
  const { page } = workbench;
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(workbench.span('Location: London')).toBeHidden();
  await workbench.saved();
  await workbench.restart();
  await workbench.page
    .getByRole('button', { name: /letter|glossator-e2e/u })
    .first()
    .click();
  await expect(workbench.text).toBeVisible();
  await workbench.page.keyboard.press('ControlOrMeta+H');
  const history = workbench.page.getByRole('listbox', { name: 'History of the document' });
  await expect(
    history.getByRole('option', { name: /^Tag Location ‘London’, undone, Anna/u }),
  ).toBeVisible();
  await expect(
    history.getByRole('option', { name: /^Undo tag Location ‘London’, Anna/u }),
  ).toBeVisible();
});

test('the project’s history has imports and edits of the schema', async ({ workbench }) => {
  const { page } = workbench;
  await page.keyboard.press('ControlOrMeta+T');
  await page.getByRole('button', { name: 'Add an entity type' }).click();
  await expect(page.getByRole('treeitem', { name: 'New type' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+H');
  await page.getByText('Project', { exact: true }).click();
  const history = page.getByRole('listbox', { name: 'History of the project' });
  await expect(
    history.getByRole('option', { name: /^Add the entity type ‘New type’/u }),
  ).toBeVisible();
  await expect(history.getByRole('option', { name: /letter/u })).toBeVisible();
});

test('a document removed is restored from the trash', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.palette('Move document to the trash');
  await expect(workbench.text).toBeHidden();
  await workbench.palette('Trash');
  const trash = page.getByRole('dialog', { name: 'Trash' });
  await trash.getByRole('button', { name: 'Restore letter' }).click();
  await expect(trash.getByText('The trash is empty')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('option', { name: /letter/u }).click();
  await expect(workbench.span('Location: London')).toBeVisible();
});
