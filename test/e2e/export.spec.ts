import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';

const TEXT = 'Ada Lovelace met 👩🏽‍🔬 Charles Babbage in London.\n';

test.beforeEach(async ({ workbench, folder }) => {
  const files = [join(folder, 'letter.txt'), join(folder, 'other.txt')];
  await writeFile(files[0] ?? '', TEXT);
  await writeFile(files[1] ?? '', 'Nothing to see here.\n');
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(...files);
  for (const [words, key] of [
    ['Ada Lovelace', 'p'],
    ['Charles Babbage', 'p'],
    ['London', 'l'],
  ] as const) {
    await workbench.selectText(words);
    await workbench.press(key);
  }
  await workbench.press('ControlOrMeta+Enter');
  await workbench.saved();
  await workbench.press('ControlOrMeta+E');
  await expect(workbench.page.getByRole('dialog', { name: 'Export' })).toBeVisible();
});

test('one file: what is written is counted before, and stands in the file', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByText('3 spans and 0 relations in 2 documents')).toBeVisible();
  await expect(dialog.getByText('Nothing is lost.')).toBeVisible();
  await dialog.getByText('By status').click();
  await expect(dialog.getByText('3 spans and 0 relations in 1 document ')).toBeVisible();
  await dialog.getByLabel('Location').uncheck();
  await expect(dialog.getByText('2 spans and 0 relations in 1 document ')).toBeVisible();

  const target = join(folder, 'out.json');
  await workbench.answerDialogs({ save: target });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText('Wrote 2 spans and 0 relations to out.json.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible();

  const written = JSON.parse(await readFile(target, 'utf8'));
  const characters = [...TEXT];
  const spans = written.documents.flatMap((document: { sets: { spans: unknown[] }[] }) =>
    document.sets.flatMap((set) => set.spans),
  );
  const quotes = spans.map(({ ranges }: { ranges: [number, number][] }) =>
    ranges.map(([start, end]) => characters.slice(start, end).join('')),
  );
  expect(quotes).toEqual([['Ada Lovelace'], ['Charles Babbage']]);
});

test('a choice of nothing is said and cannot be exported', async ({ workbench }) => {
  const dialog = workbench.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByText('Chosen', { exact: true }).click();
  await expect(dialog.getByText('No document is chosen.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeDisabled();
  await dialog.getByLabel('other').check();
  await expect(dialog.getByText('0 spans and 0 relations in 1 document ')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeEnabled();
});

test('several files go into a folder; what stands there is replaced only after asking', async ({
  workbench,
  folder,
}) => {
  const dialog = workbench.page.getByRole('dialog', { name: 'Export' });
  const target = join(folder, 'tables');
  await mkdir(target);
  await workbench.answerDialogs({ open: [target] });
  await dialog.getByRole('option', { name: 'Tables (CSV)' }).click();
  await expect(dialog.getByText(/^Writes 2 files|^Writes \d files/u)).toBeVisible();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText(/^Wrote 3 spans/u)).toBeVisible();
  const files = await readdir(target);
  const spans = files.find((file) => /span/u.test(file)) ?? '';
  expect(await readFile(join(target, spans), 'utf8')).toContain('Charles Babbage');

  await writeFile(join(target, spans), 'mine');
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText(/there already.*Replace what is there\?/u)).toBeVisible();
  await workbench.press('Escape');
  await expect(dialog.getByText('Replace what is there?')).toBeHidden();
  expect(await readFile(join(target, spans), 'utf8')).toBe('mine');
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(dialog.getByText(/^Wrote 3 spans/u)).toBeVisible();
  expect(await readFile(join(target, spans), 'utf8')).toContain('Charles Babbage');
});
