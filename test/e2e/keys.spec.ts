import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures/index.ts';
import { selectWithKeys } from './fixtures/keyboard.ts';

const TEXT = 'Ada Lovelace met Charles Babbage in London.\nThey talked all evening.\n';

test.beforeEach(async ({ workbench, folder }) => {
  const path = join(folder, 'letter.txt');
  await writeFile(path, TEXT);
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(path);
});

test('the palette tags, says what undo would take back, and goes to nothing that is not there', async ({
  workbench,
}) => {
  const { page } = workbench;
  await workbench.selectText('Charles Babbage');
  await workbench.palette('tag as person');
  await expect(workbench.span('Person: Charles Babbage')).toBeVisible();

  await workbench.press('ControlOrMeta+K');
  await page.getByRole('combobox').fill('undo');
  await expect(page.getByRole('option').first()).toContainText('Undo tag Person ‘Charles Babbage’');
  await page.getByRole('combobox').fill('xyzzy');
  await expect(page.getByText('Nothing is called ‘xyzzy’.')).toBeVisible();
  await page.getByRole('combobox').fill('undo');
  await workbench.press('Enter');
  await expect(workbench.span('Person: Charles Babbage')).toBeHidden();
  await workbench.press('ControlOrMeta+Y');
  await expect(workbench.span('Person: Charles Babbage')).toBeVisible();
});

test('everything about a span by keys: tag, retype, move, delete', async ({ workbench }) => {
  const { page } = workbench;
  await selectWithKeys(page, TEXT, 'London');
  await workbench.press('l');
  await expect(workbench.span('Location: London')).toBeVisible();
  await workbench.press('o');
  await expect(workbench.span('Organization: London')).toBeVisible();
  await workbench.press('Delete');
  await expect(workbench.span('Organization: London')).toBeHidden();
  await expect(page.locator('footer')).toContainText('0 spans');
});

test('a label in hand tags each selection, until it is put down', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.press('ControlOrMeta+2', 'Shift+P');
  await expect(page.getByText('Selecting words tags them Person.')).toBeVisible();
  await workbench.selectText('Ada Lovelace');
  await workbench.selectText('Charles Babbage');
  await expect(page.locator('footer')).toContainText('2 spans');
  for (let i = 0; i < 4; i++) await workbench.press('Escape');
  await workbench.selectText('London');
  await expect(page.locator('footer')).toContainText('2 spans');
});

test('keys belong to the field that is typed into', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.selectText('Ada Lovelace');
  await page.getByLabel('Search documents').click();
  await page.keyboard.type('people+-.?');
  await expect(page.getByLabel('Search documents')).toHaveValue('people+-.?');
  await expect(page.locator('footer')).toContainText('0 spans');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('panes open, close and take the focus by keys, and stay as they were left', async ({
  workbench,
}) => {
  const { page } = workbench;
  const documents = page.getByRole('navigation', { name: 'Documents' });
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await workbench.press('ControlOrMeta+B');
  await expect(documents).toBeHidden();
  await workbench.press('ControlOrMeta+1');
  await expect(page.getByRole('listbox', { name: 'Documents' })).toBeFocused();
  await workbench.press('ControlOrMeta+2');
  await expect(workbench.text).toBeFocused();
  await workbench.press('ControlOrMeta+I');
  await expect(inspector).toBeHidden();

  await page.getByRole('separator', { name: 'Width of the documents pane' }).focus();
  await workbench.press('ArrowRight', 'ArrowRight');
  const width = (await documents.boundingBox())?.width;
  await workbench.restart();
  await workbench.page
    .getByRole('region', { name: 'Recent projects' })
    .getByText('letter')
    .first()
    .click();
  await expect(workbench.text).toBeVisible();
  await expect(workbench.page.getByRole('complementary', { name: 'Inspector' })).toBeHidden();
  const after = await workbench.page.getByRole('navigation', { name: 'Documents' }).boundingBox();
  expect(after?.width).toBe(width);
});

test('the key sheet lists the keys of actions and of labels', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.press('ControlOrMeta+2', '?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.getByRole('region', { name: 'Labels' })).toContainText('Person');
  await expect(sheet.getByRole('region', { name: 'Annotate' })).toContainText('Relate');
  await workbench.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(workbench.text).toBeFocused();
});

for (const theme of ['light', 'dark'] as const) {
  test(`the frame, the palette and the start keep to WCAG AA, ${theme}`, async ({ workbench }) => {
    const { page } = workbench;
    await workbench.setTheme(theme);
    const faults = async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .setLegacyMode()
        .analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`);
    };
    expect(await faults()).toEqual([]);
    await workbench.press('ControlOrMeta+K');
    await expect(page.getByRole('combobox')).toBeVisible();
    expect(await faults()).toEqual([]);
    await workbench.press('Escape', 'ControlOrMeta+Shift+W');
    await expect(page.getByText('Welcome back, Ada.')).toBeVisible();
    expect(await faults()).toEqual([]);
  });
}
