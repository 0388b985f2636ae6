import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Workbench } from './fixtures/index.ts';

/** What axe finds wrong in the window as it is, in words that tell where. */
async function faults({ page }: Workbench): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Electron has no second page for axe to run in.
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

for (const theme of ['Light', 'Dark'] as const) {
  test(`the panels keep to WCAG 2.2 AA: ${theme}`, async ({ workbench, folder }) => {
    const { page } = workbench;
    const file = join(folder, 'letter.txt');
    await writeFile(file, 'Ada Lovelace met Charles Babbage in London.\n');
    await workbench.giveName('Anna');
    await workbench.createProjectFrom(file);
    await workbench.selectText('Ada Lovelace');
    await workbench.press('p');
    await workbench.selectText('London');
    await workbench.press('l');

    await page.keyboard.press('ControlOrMeta+,');
    await page.getByRole('dialog').getByText(theme, { exact: true }).click();
    expect(await faults(workbench), 'settings').toEqual([]);
    await page.keyboard.press('Escape');

    await workbench.span('Person: Ada Lovelace').click();
    expect(await faults(workbench), 'a span').toEqual([]);
    await page.keyboard.press('-');
    await workbench.span('Location: London').click();
    expect(await faults(workbench), 'the choice of a relation').toEqual([]);
    await page.keyboard.press('Enter');
    expect(await faults(workbench), 'a relation').toEqual([]);
    await page.getByRole('tab', { name: 'Document' }).click();
    expect(await faults(workbench), 'the document').toEqual([]);
    await page.getByRole('tab', { name: 'List' }).click();
    expect(await faults(workbench), 'the list').toEqual([]);

    await page.keyboard.press('ControlOrMeta+H');
    await page.getByRole('option', { name: /^Tag Person/u }).click();
    await expect(page.getByText(/^As it was on/u)).toBeVisible();
    expect(await faults(workbench), 'the history').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+H');

    await page.keyboard.press('ControlOrMeta+T');
    await page.getByRole('treeitem', { name: 'Person' }).click();
    await page.getByRole('button', { name: 'Add an attribute' }).click();
    expect(await faults(workbench), 'a type in the schema').toEqual([]);
    await page.getByRole('button', { name: 'Delete…' }).click();
    await expect(page.getByText(/^Deletes 1 span/u)).toBeVisible();
    expect(await faults(workbench), 'what deleting would do').toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('treeitem', { name: 'holds role' }).click();
    await page.getByRole('button', { name: /^Leads to/u }).click();
    expect(await faults(workbench), 'the ends of a relation').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await page.keyboard.press('ControlOrMeta+E');
    await page.getByRole('option', { name: 'CoNLL-2003' }).click();
    await expect(page.getByText('This format cannot hold everything')).toBeVisible();
    expect(await faults(workbench), 'the export').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+L');
    expect(await faults(workbench), 'labels by name').toEqual([]);
  });
}
