import AxeBuilder from '@axe-core/playwright';
import { differencesOnDisk } from './fixtures/differences-on-disk.ts';
import { expect, test, type Workbench } from './fixtures/index.ts';

async function openPage(workbench: Workbench) {
  const { page } = workbench;
  await workbench.giveName('Anna');
  await page.getByRole('button', { name: /sample project/u }).click();
  await expect(workbench.text).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+D');
  const dialog = page.getByRole('dialog', { name: 'Compare annotators' });
  await expect(dialog.getByRole('listbox', { name: 'Differences' })).toBeFocused();
  return {
    dialog,
    chosen: dialog.getByRole('listbox').getByRole('option', { selected: true }),
    headline: dialog.getByRole('heading', { level: 3 }),
    filter: (name: string) => dialog.getByRole('search').getByRole('combobox', { name }),
    text: dialog.getByRole('region', { name: 'Text' }),
  };
}

test('the kinds are counted as the files give them, and a filter leaves what its count says', async ({
  workbench,
}) => {
  const { dialog, filter } = await openPage(workbench);
  const onDisk = await differencesOnDisk(workbench.documents, 'mira-7k2p', 'jonas-x4nd');
  const kinds = (await filter('Kind').locator('option').allTextContents()).map((text) =>
    text.split(/ \(|\)/u),
  );
  const shown = new Map(kinds.map(([name = '', count]) => [name, Number(count)]));
  expect({
    missing: shown.get('Missing'),
    extra: shown.get('Extra'),
    boundaries: shown.get('Boundaries'),
    type: shown.get('Type'),
    attributes: shown.get('Attributes'),
    label: shown.get('Document label'),
  }).toEqual(onDisk);

  await filter('Kind').selectOption({ label: `Type (${onDisk.type})` });
  await expect(dialog.getByRole('option', { name: /; Jonas Adeyemi: / })).toHaveCount(onDisk.type);
  await expect(dialog.getByText(new RegExp(`^${onDisk.type} of `, 'u'))).toBeVisible();
  await dialog.getByRole('searchbox', { name: 'Words' }).fill('old customs');
  await expect(dialog.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveText(
    'Mira Solberg: Building; Jonas Adeyemi: Location.',
  );
});

test('keys walk through the differences, and Enter opens one in its document', async ({
  workbench,
}) => {
  const { page } = workbench;
  const { dialog, chosen, headline, text } = await openPage(workbench);
  await page.keyboard.press('j');
  await expect(chosen).toContainText('Calder');
  await expect(headline).toHaveText(/^Mira Solberg: Location; Jonas Adeyemi: Organization\./u);
  await expect(text).toContainText('CALDER AND OSTMARK', { ignoreCase: true });
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toContainText('Ostmark');
  await page.keyboard.press('k');
  await expect(chosen).toContainText('Calder');
  await page.keyboard.press('n');
  await expect(dialog.getByText('Festival of Small Voices, line')).toBeVisible();
  await page.keyboard.press('Shift+N');
  await expect(dialog.getByText('Harbour pact', { exact: true }).last()).toBeVisible();
  for (let i = 0; i < 2; i++) await page.keyboard.press('j');
  await expect(chosen).toContainText('Ostmark');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  // Jonas alone marked it, so it is his set that is shown.
  await expect(workbench.span('Organization: Ostmark').first()).toBeVisible();

  await page.keyboard.press('ControlOrMeta+Shift+D');
  await expect(chosen).toContainText('Ostmark');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('two people side by side have line beside line', async ({ workbench }) => {
  const { page } = workbench;
  const { dialog } = await openPage(workbench);
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await expect(dialog.getByRole('radio', { name: 'Side by side' })).toBeChecked();
  await dialog.getByRole('button', { name: 'More text' }).click();
  const [left, right] = await Promise.all(
    ['Mira Solberg', 'Jonas Adeyemi'].map((name) =>
      dialog.getByRole('region', { name }).locator('> div').boundingBox(),
    ),
  );
  expect(left?.height).toBe(right?.height);
  expect(left?.y).toBe(right?.y);
  expect(left?.height).toBeGreaterThan(100);
  await expect(dialog.getByRole('region', { name: 'Mira Solberg' })).toContainText('Location');
});

test('the page can be used with every keyboard and screen reader', async ({ workbench }) => {
  const { page } = workbench;
  const { dialog, text } = await openPage(workbench);
  await page.keyboard.press('j');
  await expect(text).toContainText('Calder');
  for (const theme of ['light', 'dark'] as const) {
    await workbench.setTheme(theme);
    await page.waitForTimeout(300);
    await workbench.screenshot(`compare-${theme}`);
    const { violations } = await new AxeBuilder({ page })
      .include('[role="dialog"]')
      .setLegacyMode()
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await expect(dialog).toBeVisible();
});
