import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Workbench } from './fixtures/index.ts';
import { link, tag } from './scenario/annotate.ts';
import { HARBOUR_TEXT, harbour } from './scenario/harbour.ts';

// Makes the pictures of the documentation, and fails where one of these screens cannot be reached.

test('pictures of start, annotating, schema editor and export, in light and dark', async ({
  workbench,
  folder,
}) => {
  test.setTimeout(120_000);
  const { page } = workbench;
  await inBothThemes(workbench, 'start');

  await mkdir(join(folder, 'Letters from Port Askel'));
  const file = join(folder, 'Letters from Port Askel', 'Ferry treaty.txt');
  await writeFile(file, HARBOUR_TEXT);
  await workbench.giveName('Ada Lovelace');
  await workbench.createProjectFrom(file);
  for (const mention of harbour.mentions) await tag(workbench, HARBOUR_TEXT, mention);
  for (const each of harbour.links) await link(workbench, HARBOUR_TEXT, harbour, each);
  await workbench.span('Person: Ingrid Solberg').click();
  await closeMessages(workbench);
  await inBothThemes(workbench, 'annotating');

  await workbench.palette('Schema');
  const schema = page.getByRole('dialog', { name: 'Schema' });
  await schema.getByRole('treeitem', { name: 'Organization', exact: true }).click();
  await inBothThemes(workbench, 'schema');
  await workbench.press('Escape');
  await expect(schema).toBeHidden();

  await workbench.palette('Export');
  await expect(page.getByText('14 spans and 6 relations')).toBeVisible();
  await inBothThemes(workbench, 'export');
});

async function inBothThemes(workbench: Workbench, name: string): Promise<void> {
  const paper: string[] = [];
  for (const theme of ['dark', 'light'] as const) {
    await workbench.setTheme(theme);
    await workbench.page.mouse.move(1, 1); // nothing is hovered
    await workbench.page.waitForTimeout(400); // what fades has faded
    paper.push(
      await workbench.page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    );
    await workbench.screenshot(`${name}-${theme}`);
  }
  expect(new Set(paper).size).toBe(2);
}

async function closeMessages({ page }: Workbench): Promise<void> {
  const messages = page.getByRole('region', { name: 'Messages' });
  const close = messages.getByRole('button', { name: /close/iu });
  while (await close.count()) await close.first().click();
}
