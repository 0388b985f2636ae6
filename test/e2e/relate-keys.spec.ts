import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';

const TEXT = 'Ada Lovelace met Charles Babbage in London.\nHe lived in England.\n';

test.beforeEach(async ({ workbench, folder }) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, TEXT);
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
  for (const [words, key] of [
    ['Ada Lovelace', 'p'],
    ['Charles Babbage', 'p'],
    ['London', 'l'],
    ['England', 'l'],
  ] as const) {
    await workbench.selectText(words);
    await workbench.press(key);
  }
  await expect(workbench.span('Location: England')).toBeVisible();
  await workbench.press('Escape', 'ControlOrMeta+Home');
});

test('a relation by keys: walk to the other end, past the first one, and choose its type', async ({
  workbench,
}) => {
  const { page } = workbench;
  const footer = page.locator('footer');
  await workbench.press('Alt+ArrowRight', 'Alt+ArrowRight');
  await expect(workbench.span('Location: London')).toHaveAttribute('aria-pressed', 'true');
  await workbench.press('-');
  await expect(footer).toContainText('Choose the other end');
  await workbench.press('Alt+ArrowRight');
  await expect(workbench.span('Location: England')).toHaveAttribute('aria-pressed', 'true');
  await expect(footer).toContainText('Enter takes this span as the other end');
  await expect(page.getByText('Other end of the relation? Location: England')).toBeAttached();
  const outlineOf = (words: string) =>
    page
      .locator('.cm-line span', { hasText: new RegExp(`^${words}$`, 'u') })
      .evaluate((element) => getComputedStyle(element).outlineStyle);
  expect([await outlineOf('England'), await outlineOf('London')]).toEqual(['dashed', 'none']);

  // Back, past the span it starts from, and on again.
  await workbench.press('Alt+ArrowLeft');
  await expect(workbench.span('Person: Charles Babbage')).toHaveAttribute('aria-pressed', 'true');
  await workbench.press('Alt+ArrowRight', 'Enter');
  await expect(page.getByRole('listbox', { name: 'Relation types' })).toBeFocused();
  await workbench.press('l');
  await expect(workbench.relation('located in: London → England')).toBeVisible();
  await expect(workbench.text).toBeFocused();
});

test('Escape leaves the drawing of a relation; the caret and Enter end it too', async ({
  workbench,
}) => {
  const { page } = workbench;
  const types = page.getByRole('listbox', { name: 'Relation types' });
  const footer = page.locator('footer');
  await workbench.press('Alt+ArrowRight', '-', 'Alt+ArrowRight', 'Escape');
  await expect(footer).not.toContainText('other end');
  await workbench.press('Enter');
  await expect(types).toBeHidden();

  await workbench.press('ControlOrMeta+Home', 'Enter', '-', 'ArrowDown', 'End');
  for (let i = 0; i < 3; i++) await workbench.press('ArrowLeft');
  await workbench.press('Enter');
  await expect(types).toBeFocused();
});
