import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';

const TEXT = 'Ada Lovelace met Charles Babbage in London.\nHe lived in England.\n';

test.beforeEach(async ({ workbench, folder }) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, TEXT);
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
});

test('the text has the keys when documents, and a project, are opened', async ({
  workbench,
  folder,
}) => {
  const { text, page } = workbench;
  await expect(text).toBeFocused();
  for (let i = 0; i < 3; i++) await workbench.press('Shift+ArrowRight');
  await workbench.press('p');
  await expect(workbench.span('Person: Ada')).toBeVisible();
  const other = join(folder, 'other.txt');
  await writeFile(other, 'Another text.\n');
  await workbench.openFiles(other);
  await expect(page.getByRole('textbox', { name: 'Text of other' })).toBeVisible();
  await expect(text).toBeFocused();
  await workbench.saved();

  await workbench.restart();
  await workbench.reopen('letter');
  await expect(workbench.text).toBeFocused();
});

test('the caret is at its last place when a document is opened again', async ({ workbench }) => {
  await workbench.press('ArrowDown');
  for (let i = 0; i < 3; i++) await workbench.press('ArrowRight');
  await expect(workbench.page.locator('footer')).toContainText('Line 2');
  await workbench.restart();
  await workbench.reopen('letter');
  await expect(workbench.text).toBeFocused();
  await workbench.press('Shift+Control+ArrowRight', 'e');
  await expect(workbench.span('Event: lived')).toBeVisible();
});

test('the text has the keys again after each dialog', async ({ workbench }) => {
  const { page, text } = workbench;
  for (const keys of [
    'ControlOrMeta+K',
    'ControlOrMeta+,',
    'ControlOrMeta+T',
    'ControlOrMeta+E',
    'ControlOrMeta+L',
    'ControlOrMeta+P',
    'ControlOrMeta+Shift+E',
    '?',
  ]) {
    await workbench.press(keys);
    const dialog = page.getByRole('dialog');
    await expect(dialog, keys).toBeVisible();
    await workbench.press('Escape');
    await expect(dialog, keys).toBeHidden();
    await expect(text, keys).toBeFocused();
  }
});

test('the history takes the keys, shows states, and gives the keys back', async ({ workbench }) => {
  const { page, text } = workbench;
  const history = page.getByRole('listbox', { name: 'History of the document' });
  for (const [words, key] of [
    ['Ada Lovelace', 'p'],
    ['London', 'l'],
  ] as const) {
    await workbench.selectText(words);
    await workbench.press(key);
  }
  await workbench.saved();
  await workbench.press('ControlOrMeta+H');
  await expect(history).toBeFocused();
  await workbench.press('ControlOrMeta+2');
  await expect(text).toBeFocused();
  await workbench.press('ControlOrMeta+3');
  await expect(history).toBeFocused();
  // Letters do not tag from here.
  await workbench.press('o', 'ArrowDown', 'Enter');
  await expect(page.getByText(/^As it was on/u)).toBeVisible();
  await expect(workbench.span('Location: London')).toBeHidden();
  await page.getByRole('button', { name: 'Restore' }).focus();
  await workbench.press('Enter');
  await expect(page.getByText('Restored.', { exact: false }).first()).toBeVisible();
  await expect(text).toBeFocused();

  await workbench.press('ControlOrMeta+3');
  await expect(history).toBeFocused();
  await workbench.press('Escape');
  await expect(history).toBeHidden();
  await expect(text).toBeFocused();

  // From the text too, once nothing is selected there.
  await workbench.press('ControlOrMeta+H', 'ControlOrMeta+2', 'Escape', 'Escape');
  await expect(history).toBeHidden();
  await expect(text).toBeFocused();
  await workbench.palette('history');
  await expect(history).toBeFocused();
  await workbench.press('ControlOrMeta+H');
  await expect(history).toBeHidden();
  await expect(text).toBeFocused();
});
