import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { bratFolder } from './fixtures/brat-corpus.ts';
import { drop } from './fixtures/drop.ts';
import { ImportDialog } from './fixtures/import-dialog.ts';
import { expect, test, type Workbench } from './fixtures/index.ts';

const TABS = ['Encodings', 'Documents', 'Types', 'Annotators', 'Problems'] as const;
const WIDTHS = [800, 1600];

/** What axe finds wrong in the window as it is, in words that tell where. */
async function faults({ page }: Workbench): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Electron has no second page for axe to run in.
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What sticks out of the dialog, or is cut off without a way to see it. */
const cutOff = ({ page }: Workbench) =>
  page.evaluate(() => {
    const dialog = document.querySelector('[role="dialog"]');
    const box = dialog?.getBoundingClientRect();
    if (!dialog || !box) return ['no dialog'];
    const out = box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
    const buttons = [...dialog.querySelectorAll('button, select, [role="tab"]')].filter((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      return width > 0 && (left < box.left || right > box.right);
    });
    return [...(out ? ['the dialog'] : []), ...buttons.map((each) => each.outerHTML)];
  });

for (const theme of ['light', 'dark'] as const) {
  test(`the import dialog keeps to WCAG 2.2 AA and to the window, small and large: ${theme}`, async ({
    workbench,
    folder,
  }) => {
    const path = await bratFolder(folder, {
      'old.txt': new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x0a]),
      'bad.txt': 'Nobody was in Rome.\n',
      'bad.ann': 'T1\tCity 14 18\tRome\nT2\tCity 400 404\tOslo\n',
      'stray.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    });
    await writeFile(join(folder, 'first.txt'), 'The first text.\n');
    await workbench.giveName('Ada');
    await workbench.createProjectFrom(join(folder, 'first.txt'));
    await workbench.setTheme(theme);
    await drop(workbench, path);
    const dialog = new ImportDialog(workbench);
    await expect(dialog.footer).toContainText('new documents');
    if (theme === 'light') {
      await dialog.tab('Documents');
      await dialog.box.getByRole('button', { name: /^meeting / }).click();
      await expect(dialog.box.getByRole('region', { name: 'Preview of meeting' })).toContainText(
        'Ada',
      );
      await workbench.screenshot('import-light');
    }
    for (const width of WIDTHS) {
      await workbench.app.evaluate(({ BrowserWindow }, w) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(w, 700);
      }, width);
      for (const tab of TABS) {
        await dialog.tab(tab);
        expect(await cutOff(workbench), `${tab} at ${width}`).toEqual([]);
        expect(await faults(workbench), `${tab} at ${width}`).toEqual([]);
      }
    }
  });
}
