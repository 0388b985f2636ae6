import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Workbench } from './fixtures/index.ts';
import { spansOnDisk } from './fixtures/spans-on-disk.ts';

const PAGE = { name: 'Agreement' };

async function openPage(workbench: Workbench) {
  const { page } = workbench;
  await workbench.giveName('Anna');
  await page.getByRole('button', { name: /sample project/u }).click();
  await expect(workbench.text).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+A');
  const dialog = page.getByRole('dialog', PAGE);
  await expect(dialog.getByRole('region', { name: 'Headline' })).toBeVisible();
  return dialog;
}

test('the figures are those that the files give, and each opens its places', async ({
  workbench,
}) => {
  const { page } = workbench;
  const dialog = await openPage(workbench);
  const [mira, jonas] = await spansOnDisk(workbench.documents, ['mira-7k2p', 'jonas-x4nd']);
  const matches = [...(mira ?? [])].filter((key) => jonas?.has(key)).length;
  const f1 = (2 * matches) / ((mira?.size ?? 0) + (jonas?.size ?? 0));
  await expect(dialog.getByRole('region', { name: 'Headline' })).toContainText(f1.toFixed(3));

  const found = dialog.getByRole('button', { name: 'Exact: matches' });
  await expect(found).toHaveText(String(matches));
  await found.click();
  const places = dialog.getByRole('complementary', { name: 'Places' });
  await expect(places.getByRole('listitem')).toHaveCount(matches);
  // Escape closes the list first, then the page.
  await page.keyboard.press('Escape');
  await expect(places).toBeHidden();
  await expect(dialog).toBeVisible();

  await found.click();
  const first = places.getByRole('listitem').first();
  const words = (await first.locator('mark').textContent()) ?? '?';
  await first.getByRole('button').click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('.cm-content')).toContainText(words);
});

test('one annotator alone has nothing to agree with', async ({ workbench }) => {
  const dialog = await openPage(workbench);
  await dialog.getByRole('checkbox', { name: 'Jonas Adeyemi' }).uncheck();
  await expect(dialog.getByText('Agreement takes two annotators')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Jonas Adeyemi' }).check();
  await expect(dialog.getByRole('region', { name: 'Headline' })).toBeVisible();
});

test('gamma says how long it takes before it is measured; the figures go into a file', async ({
  workbench,
  folder,
}) => {
  const dialog = await openPage(workbench);
  await dialog.getByRole('button', { name: 'Measure gamma…' }).click();
  await expect(dialog.getByText(/^It will take about/u)).toBeVisible();
  await dialog.getByRole('button', { name: 'Measure it' }).click();
  await expect(dialog.getByText(/mean of 2 of 2 documents/u)).toBeVisible();

  const target = join(folder, 'methods.txt');
  await workbench.answerDialogs({ save: target });
  await dialog.getByRole('button', { name: 'Methods paragraph…' }).click();
  await expect.poll(() => readFile(target, 'utf8').catch(() => '')).toContain('Hripcsak, G.');
});
