import { join } from 'node:path';
import { expect, type Workbench } from '../fixtures/index.ts';
import { nameOf, type Scenario } from './scenario.ts';

/** What the scenario's person writes about the first mention of a person. */
export const NOTE =
  'First mentioned here; ‘sure’ was asked for in the guideline.\nSecond line. 👩🏽‍🔬';

/** Gives people a yes/no attribute `sure`, in the schema editor. */
export async function addAttribute(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.palette('Schema');
  const editor = page.getByRole('dialog', { name: 'Schema' });
  await editor.getByRole('treeitem', { name: 'Person', exact: true }).click();
  const attributes = editor.getByRole('region', { name: 'Attributes' });
  await attributes.getByRole('button', { name: 'Add an attribute' }).click();
  await attributes.getByLabel('Name', { exact: true }).fill('sure');
  await page.keyboard.press('Enter');
  await expect(attributes.getByRole('button', { name: /^sure/u })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
}

/** Gives the first person the attribute and a note. */
export async function sayMore(workbench: Workbench, { mentions }: Scenario): Promise<void> {
  const { page } = workbench;
  const person = mentions.find(({ type }) => type === 'Person');
  if (!person) throw new Error('the scenario has no person');
  await workbench.span(nameOf(person)).click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('radiogroup', { name: 'sure' }).getByText('Yes').click();
  await inspector.getByLabel('Note on the span').fill(NOTE);
  await inspector.getByLabel('Note on the span').blur();
  await expect(workbench.span(nameOf(person))).toBeVisible();
}

/** Exports everything through the dialog. @returns the path written, or the folder of several. */
export async function exportAs(
  workbench: Workbench,
  format: string,
  target: string,
): Promise<string> {
  const { page } = workbench;
  const path = join(workbench.folder, target);
  await workbench.answerDialogs(/\.\w+$/u.test(target) ? { save: path } : { open: [path] });
  await workbench.palette('Export');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.locator(`[role=option][data-format="${format}"]`).click();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText(/^Wrote /u)).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return path;
}
