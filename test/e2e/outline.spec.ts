import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/index.ts';

const TEXT = `# Letters\n\nTo whom it may concern.\n\n## London\n\n${'A long day.\n'.repeat(200)}\n## Rome\n\nAn evening.\n`;

test.beforeEach(async ({ workbench, folder }) => {
  const file = join(folder, 'letters.md');
  await writeFile(file, TEXT);
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
});

const outlineOf = (page: Page) => page.getByRole('navigation', { name: 'Outline' });

test('the outline opens by key, by menu and by palette, and leads to a heading', async ({
  workbench,
}) => {
  const { page } = workbench;
  const outline = outlineOf(page);
  await workbench.press('ControlOrMeta+G');
  await expect(outline.getByRole('option')).toHaveText(['Letters', 'London', 'Rome']);
  await page.keyboard.type('ro');
  await workbench.press('Enter');
  await expect(outline).toBeHidden();
  await expect(workbench.text).toBeFocused();
  await expect(page.getByText('An evening.')).toBeInViewport();

  await workbench.palette('outline');
  await expect(outline.getByRole('combobox')).toBeFocused();
  await workbench.press('Escape');
  await expect(outline).toBeHidden();
  await expect(workbench.text).toBeFocused();

  await page.getByRole('button', { name: 'How the text is shown' }).click();
  await page.getByRole('menuitem', { name: /^Outline/u }).click();
  await expect(outline.getByRole('combobox')).toBeFocused();
  await workbench.press('Escape');
  await expect(outline).toBeHidden();

  // What the native menu tells when its entry is chosen.
  await workbench.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.send('event', 'menu.action', { id: 'view.outline' });
  });
  await expect(outline.getByRole('combobox')).toBeFocused();
});

test('the outline stays while the window is left for another, or for its menu', async ({
  workbench,
}) => {
  const outline = outlineOf(workbench.page);
  const field = outline.getByRole('combobox');
  await workbench.press('ControlOrMeta+G');
  await expect(field).toBeFocused();
  // What a browser tells when the window loses the focus.
  await field.dispatchEvent('focusout', { relatedTarget: null });
  await expect(field).toBeFocused();
  await workbench.press('ArrowDown', 'Enter');
  await expect(outline).toBeHidden();
  await expect(workbench.text).toBeFocused();
});
