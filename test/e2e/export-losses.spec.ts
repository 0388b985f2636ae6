import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures/index.ts';

const LETTER = 'Ada Lovelace met 👩🏽‍🔬 Charles Babbage in London.\n';

test.beforeEach(async ({ workbench, folder }) => {
  const files: string[] = [];
  for (const [i, text] of [LETTER, 'One.\n', 'Two.\n', 'Three.\n', 'Four.\n'].entries()) {
    files.push(join(folder, `letter-${i}.txt`));
    await writeFile(files[i] ?? '', text);
  }
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(...files);
  await workbench.selectText('Ada Lovelace met 👩🏽‍🔬 Charles Babbage');
  await workbench.press('o');
  await workbench.selectText('Ada Lovelace');
  await workbench.press('p');
  await workbench.selectText('arles Babb', { alt: true });
  await workbench.press('p');
  await workbench.selectText('London');
  await workbench.press('l');
  await workbench.saved();
  await workbench.press('ControlOrMeta+E');
});

/** The other documents are not annotated, and would have a file of their own. */
async function onlyFirst(dialog: Locator): Promise<void> {
  await dialog.getByText('Chosen', { exact: true }).click();
  await dialog.getByLabel('letter-0').check();
  await expect(dialog.getByText(/in 1 document /u)).toBeVisible();
}

test('what a format loses is shown where it stands, decided on, and kept in a file beside the export', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Search formats' }).fill('2003');
  await dialog.getByRole('option', { name: 'CoNLL-2003' }).click();
  const losses = dialog.getByRole('region', { name: 'What will be left out' });
  await expect(losses.getByText(/^1 span that cuts a token/u)).toBeVisible();
  await expect(losses.getByText(/^1 overlapping span/u)).toBeVisible();

  const overlaps = losses.getByLabel('What is done about overlapping spans');
  await overlaps.selectOption('shortest');
  await expect(dialog.getByLabel('Spans that overlap')).toHaveValue('shortest');

  const cutting = losses.getByRole('listitem').filter({ hasText: 'cut' }).first();
  await cutting.getByRole('button', { name: 'Show places' }).click();
  await cutting.getByRole('button', { name: /Person: arles Babb/u }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('arles Babb');

  await workbench.press('ControlOrMeta+E');
  await dialog.getByRole('option', { name: 'CoNLL-2003' }).click();
  await onlyFirst(dialog);
  await dialog.getByText('Keep in a separate file').click();
  await expect(dialog.getByText(/\.left-out\.jsonl/u)).toBeVisible();
  const target = join(folder, 'names.conll');
  await workbench.answerDialogs({ save: target });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText(/^Wrote 2 spans and 0 relations to names\.conll/u)).toBeVisible();
  const summary = dialog.getByRole('region', { name: 'What was written' });
  await expect(summary.getByText(/in names\.left-out\.jsonl/u)).toBeVisible();
  // What is kept is not also said to be lost.
  await expect(summary).not.toContainText(/Left out[^K]*span/u);

  const left = (await readFile(join(folder, 'names.left-out.jsonl'), 'utf8')).trim().split('\n');
  const quotes = left.flatMap((line) =>
    JSON.parse(line).spans.map(({ quote }: { quote: string[] }) => quote[0]),
  );
  expect(quotes).toContain('arles Babb');
  expect(quotes).not.toContain('London');
  expect(await readFile(target, 'utf8')).toContain('London _ _ B-');
});

test('a split is the same for the same seed, and no file is replaced without asking', async ({
  workbench,
  folder,
}) => {
  const dialog = workbench.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('option', { name: 'JSON Lines', exact: true }).click();
  await dialog.getByLabel('Split by document').check();
  await expect(dialog.getByText('Training: 4 documents')).toBeVisible();
  await dialog.getByLabel('Training (%)').fill('70');
  await expect(dialog.getByText('The percentages add up to 90, not to 100.').first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeDisabled();
  await dialog.getByLabel('Training (%)').fill('60');
  await dialog.getByLabel('Development (%)').fill('0');
  await dialog.getByLabel('Test (%)').fill('40');
  await expect(dialog.getByText('Training: 3 documents')).toBeVisible();

  const target = join(folder, 'split');
  await workbench.answerDialogs({ open: [target] });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText(/^Wrote 4 spans/u)).toBeVisible();
  expect((await readdir(target)).sort()).toEqual(['test', 'train']);
  const [name = ''] = await readdir(join(target, 'train'));
  const train = await readFile(join(target, 'train', name), 'utf8');
  expect(train.trim().split('\n')).toHaveLength(3);

  await writeFile(join(target, 'train', name), 'mine');
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText(/there already.*Replace what is there\?/u)).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  expect(await readFile(join(target, 'train', name), 'utf8')).toBe('mine');
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(dialog.getByText(/^Wrote 4 spans/u)).toBeVisible();
  expect(await readFile(join(target, 'train', name), 'utf8')).toBe(train);
});

test('a file with what was left out before is not replaced without asking', async ({
  workbench,
  folder,
}) => {
  const dialog = workbench.page.getByRole('dialog', { name: 'Export' });
  await writeFile(join(folder, 'names.left-out.jsonl'), 'mine');
  await dialog.getByRole('option', { name: 'CoNLL-2003' }).click();
  await onlyFirst(dialog);
  await dialog.getByText('Keep in a separate file').click();
  await workbench.answerDialogs({ save: join(folder, 'names.conll') });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText(/‘names\.left-out\.jsonl’ is there already/u)).toBeVisible();
  expect(await readFile(join(folder, 'names.left-out.jsonl'), 'utf8')).toBe('mine');
  expect(await readdir(folder)).not.toContain('names.conll');
});

test('formats are found by words and chosen with the arrow keys', async ({ workbench }) => {
  const { page } = workbench;
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const search = dialog.getByRole('combobox', { name: 'Search formats' });
  await expect(search).toBeFocused();
  await page.keyboard.type('conll');
  await expect(dialog.getByRole('option', { name: 'doccano' })).toBeHidden();
  await page.keyboard.press('ArrowDown');
  const first = dialog.getByRole('option').first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(first).toHaveAttribute('aria-selected', 'true');
});

test('nothing is written where the person changes their mind', async ({ workbench, folder }) => {
  const dialog = workbench.page.getByRole('dialog', { name: 'Export' });
  const before = await readdir(folder);
  await workbench.answerDialogs({});
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeEnabled();
  await workbench.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await readdir(folder)).toEqual(before);
});
