import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Workbench } from './fixtures/index.ts';
import { ROOT } from './fixtures/launch.ts';
import { link, tag } from './scenario/annotate.ts';
import { article } from './scenario/article.ts';
import { checkExports, checkProject, checkWithPython } from './scenario/check-files.ts';
import { HARBOUR_TEXT, harbour } from './scenario/harbour.ts';
import { addAttribute, exportAs, sayMore } from './scenario/more.ts';
import { nameOf, type Scenario } from './scenario/scenario.ts';

const ARTICLE = join(ROOT, '../shared/article.txt');

test.describe.configure({ timeout: 180_000 });

test('a day’s work on our own text', async ({ workbench, folder }) => {
  const file = join(folder, 'harbour.txt');
  await writeFile(file, HARBOUR_TEXT);
  await workThrough(workbench, file, harbour);
});

test('a day’s work on a real news text', async ({ workbench }) => {
  test.skip(!existsSync(ARTICLE), `there is no ${ARTICLE}: the news text is not in the repository`);
  await workThrough(workbench, ARTICLE, article);
});

/** Tags by mouse and by keys; restarts; kills; finds everything; exports; checks every file. */
async function workThrough(workbench: Workbench, file: string, scenario: Scenario): Promise<void> {
  const text = await readFile(file, 'utf8');
  const { mentions, links, name } = scenario;
  await workbench.giveName('Ada Lovelace');
  await workbench.createProjectFrom(file);
  await addAttribute(workbench);

  for (const mention of mentions.slice(0, 9)) await tag(workbench, text, mention);
  await workbench.saved();
  await workbench.restart();
  await workbench.reopen(name);
  await expect(workbench.page.getByText('9 spans, 0 relations')).toBeVisible();

  for (const mention of mentions.slice(9)) await tag(workbench, text, mention);
  for (const each of links) await link(workbench, text, scenario, each);
  await sayMore(workbench, scenario);
  await workbench.saved();
  await workbench.kill9();
  await workbench.startAgain();
  await workbench.reopen(name);
  const counts = `${mentions.length} spans, ${links.length} relations`;
  await expect(workbench.page.getByText(counts)).toBeVisible();
  for (const mention of mentions.slice(0, 5)) {
    await expect(workbench.span(nameOf(mention))).toBeVisible();
  }

  const dataset = await exportAs(workbench, 'glossator-json', `${name}.json`);
  const lines = await exportAs(workbench, 'glossator-jsonl', `${name}.jsonl`);
  const tables = await exportAs(workbench, 'csv-tables', 'tables');
  await workbench.close();
  const project = await checkProject(workbench, text, scenario);
  await checkExports(dataset, lines);
  await checkWithPython([project, dataset, lines, tables], scenario);
}
