import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';

// How the text is shown: chosen in the menu, the palette, or at a label; kept where that makes sense.

const TEXT =
  '# Ports\n\nAda Lovelace met Charles Babbage in London.\n\n# Ships\n\nThe Halcyon sank.\n';

test('the view is changed from menu, palette and labels, by key throughout', async ({
  workbench,
  folder,
}) => {
  const file = join(folder, 'letters.txt');
  await writeFile(file, TEXT);
  await workbench.giveName('Ada Lovelace');
  await workbench.createProjectFrom(file);
  await workbench.selectText('Ada Lovelace');
  await workbench.press('p');
  await workbench.selectText('London');
  await workbench.press('l');
  await workbench.saved();
  const { page } = workbench;
  const ada = workbench.span('Person: Ada Lovelace');
  const london = workbench.span('Location: London');

  await test.step('short names from the menu', async () => {
    await page.getByRole('button', { name: 'How the text is shown' }).focus();
    await workbench.press('Enter');
    // Faster than any hand, the next key would come before the menu has the focus.
    await expect(
      page.getByRole('menuitemradio').or(page.getByRole('menuitemcheckbox')).first(),
    ).toBeFocused();
    await workbench.press('ArrowDown', 'Enter');
    await expect(ada).toHaveText('P');
  });

  await test.step('a type is hidden at its label, and shown again', async () => {
    const label = page.getByRole('toolbar', { name: 'Labels' }).getByRole('button', {
      name: 'Person',
    });
    await label.click({ button: 'right' });
    await page.getByRole('menuitemcheckbox', { name: 'Hide Person' }).click();
    await expect(ada).toHaveCount(0);
    await expect(london).toBeVisible();
    await page.getByRole('button', { name: 'Show all types' }).click();
    await expect(ada).toBeVisible();
  });

  await test.step('all types but one are dimmed from the palette', async () => {
    await london.click();
    await workbench.palette('Dim all types but Location');
    await expect(ada).toHaveClass(/dimmed/u);
    await expect(london).not.toHaveClass(/dimmed/u);
    await workbench.palette('Show all types');
    await expect(ada).not.toHaveClass(/dimmed/u);
  });

  await test.step('the outline is walked by key', async () => {
    await workbench.text.focus();
    await workbench.press('ControlOrMeta+G');
    await page.keyboard.type('ships');
    await workbench.press('Enter');
    await expect(page.getByText('Line 5, offset')).toBeVisible();
    await expect(workbench.text).toBeFocused();
  });

  await test.step('words are kept by key while more are selected', async () => {
    await workbench.selectText('Charles');
    await workbench.press('ControlOrMeta+Shift+Enter');
    await workbench.press('ControlOrMeta+ArrowRight', 'ControlOrMeta+ArrowRight', 'ArrowRight');
    await workbench.press('ControlOrMeta+Shift+ArrowRight', 'p');
    await expect(workbench.span('Person: Charles … London')).toBeVisible();
    await workbench.press('Shift+Enter');
    await expect(page.getByRole('menu', { name: '2 spans here' })).toBeVisible();
    await workbench.press('ArrowDown', 'Enter');
    await workbench.press('ControlOrMeta+z');
    await expect(workbench.span('Person: Charles … London')).toHaveCount(0);
  });

  await test.step('line numbers and short names are there after a restart', async () => {
    await workbench.palette('Line numbers');
    await expect(page.getByText('7', { exact: true })).toBeVisible();
    await workbench.restart();
    await workbench.reopen('letters');
    await expect(workbench.page.getByText('7', { exact: true })).toBeVisible();
    await expect(workbench.span('Person: Ada Lovelace')).toHaveText('P');
  });
});
