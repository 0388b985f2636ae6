import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Workbench } from './fixtures/index.ts';

const FILLER = 'Nothing happens in this line of the letter, nor in the next one.\n'.repeat(120);
const TEXT = `Ada Lovelace wrote a letter about many things, and it went on for a very long time before she closed it and put it away.\n${FILLER}It was sent from London at last.\n`;

test.beforeEach(async ({ workbench, folder }) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, TEXT);
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
  await workbench.selectText('Ada Lovelace');
  await workbench.press('p');
});

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

const looks = ({ page }: Workbench) =>
  page
    .locator('.cm-line')
    .first()
    .evaluate((line) => {
      const style = getComputedStyle(line);
      const range = document.createRange();
      range.selectNodeContents(line);
      return {
        font: style.fontFamily,
        align: style.textAlign,
        width: Math.round(line.getBoundingClientRect().width),
      };
    });

test('font, line length and justification hold at once, and after a restart', async ({
  workbench,
}) => {
  const { page } = workbench;
  const before = await looks(workbench);
  await workbench.press('ControlOrMeta+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByLabel('Font of the text').selectOption('mono');
  await dialog.getByLabel('Justify the lines').check();
  await dialog.getByLabel('Line length').fill('50');
  const preview = dialog.getByRole('region', { name: 'Preview' }).locator('p');
  await expect(preview).toHaveCSS('text-align', 'justify');
  await expect(preview).toHaveCSS('font-family', /mono/iu);
  await workbench.press('Escape');
  await expect(async () => {
    const after = await looks(workbench);
    expect(after.font).toMatch(/mono/iu);
    expect(after.align).toBe('justify');
    expect(after.width).toBeLessThan(before.width);
  }).toPass();
  const set = await looks(workbench);
  await workbench.saved();
  await workbench.restart();
  await workbench.reopen('letter');
  expect(await looks(workbench)).toEqual(set);
});

test('words are still tagged where they stand in another font and measure', async ({
  workbench,
}) => {
  const { page } = workbench;
  await workbench.press('ControlOrMeta+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByLabel('Font of the text').selectOption('sans');
  await dialog.getByLabel('Text size').fill('26');
  await dialog.getByLabel('Line length').fill('50');
  await dialog.getByLabel('Justify the lines').check();
  await workbench.press('Escape');
  await workbench.selectText('many things');
  await workbench.press('e');
  await expect(workbench.span('Event: many things')).toBeVisible();
  const [chip, words] = await Promise.all([
    workbench.span('Event: many things').boundingBox(),
    page.getByText('many things', { exact: true }).first().boundingBox(),
  ]);
  expect(Math.abs((chip?.x ?? 0) - (words?.x ?? 99))).toBeLessThan(3);
});

test('the window zooms by keys', async ({ workbench }) => {
  const { page } = workbench;
  const ratio = () => page.evaluate(() => window.devicePixelRatio);
  const before = await ratio();
  await workbench.press('ControlOrMeta+Alt+=');
  await expect.poll(ratio).toBeCloseTo(before * 1.1);
  await workbench.press('ControlOrMeta+Alt+=');
  await expect.poll(ratio).toBeCloseTo(before * 1.25);
  await workbench.press('ControlOrMeta+Alt+-', 'ControlOrMeta+Alt+-', 'ControlOrMeta+Alt+-');
  await expect.poll(ratio).toBeCloseTo(before * 0.9);
  await workbench.press('ControlOrMeta+Alt+0');
  await expect.poll(ratio).toBeCloseTo(before);
});

for (const [name, theme] of [
  ['Sepia', 'sepia'],
  ['High contrast', 'contrast'],
  ['Black', 'contrast-dark'],
] as const) {
  test(`the window keeps to WCAG in ${name}`, async ({ workbench }) => {
    const { page } = workbench;
    await workbench.press('ControlOrMeta+,');
    await page.getByRole('dialog').getByText(name, { exact: true }).click();
    await expect(page.locator(`html[data-theme="${theme}"]`)).toBeAttached();
    const faults = async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags([...TAGS, ...(theme === 'sepia' ? [] : ['wcag2aaa'])])
        // The text in the scroller takes the focus; axe does not count editable elements.
        .disableRules(['scrollable-region-focusable'])
        .setLegacyMode()
        .analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`);
    };
    expect(await faults()).toEqual([]);
    await workbench.press('Escape');
    expect(await faults()).toEqual([]);
    await workbench.span('Person: Ada Lovelace').click();
    expect(await faults()).toEqual([]);
  });
}

test('both ends of a far relation stand side by side, and lead there', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.press('ControlOrMeta+End');
  await expect(page.getByText('London', { exact: false }).first()).toBeVisible();
  await workbench.selectText('London');
  await workbench.press('l');
  await workbench.press('Alt+ArrowLeft', '-', 'Alt+ArrowRight', 'Enter');
  const types = page.getByRole('listbox', { name: 'Relation types' });
  await types.getByRole('option', { name: 'located in' }).click();
  await workbench.saved();

  const panel = page.getByRole('region', {
    name: 'Both ends of located in: Ada Lovelace → London',
  });
  const from = panel.getByRole('button', { name: 'Go to Person: Ada Lovelace, line 1' });
  const to = panel.getByRole('button', { name: 'Go to Location: London, line 122' });
  if (!(await panel.isVisible())) await workbench.press('ControlOrMeta+Shift+J');
  await expect(from).toContainText('Ada Lovelace wrote a letter');
  await expect(to).toContainText('It was sent from London at last.');
  await workbench.press('ControlOrMeta+Shift+J');
  await expect(from).toBeFocused();
  await workbench.press('Enter');
  await expect(page.getByText(/^Line 1,/u)).toBeVisible();
  await expect(workbench.text).toBeFocused();
  await to.click();
  await expect(page.getByText(/^Line 122,/u)).toBeVisible();
  await panel.getByRole('button', { name: 'More text around both ends' }).click();
  await to.focus();
  await workbench.press('Escape');
  await expect(panel).toBeHidden();
  await expect(workbench.text).toBeFocused();

  // By key from its stub in the text.
  await workbench.relation('located in: Ada Lovelace → London').first().focus();
  await workbench.press('ControlOrMeta+Shift+J');
  await expect(panel).toBeVisible();
  await expect(from).toBeFocused();
});
