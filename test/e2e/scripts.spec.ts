import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';
import { link, tag } from './scenario/annotate.ts';
import { checkExports, checkProject, checkWithPython } from './scenario/check-files.ts';
import { addAttribute, exportAs, sayMore } from './scenario/more.ts';
import { nameOf } from './scenario/scenario.ts';
import { SCRIPTS_TEXT, scripts } from './scenario/scripts.ts';

test('emoji, combining marks, CRLF, a BOM, Arabic, Hebrew and Chinese keep their offsets', async ({
  workbench,
  folder,
}) => {
  test.setTimeout(120_000);
  const file = join(folder, 'scripts.txt');
  await writeFile(file, `\ufeff${SCRIPTS_TEXT}`);
  await workbench.giveName('Ada Lovelace');
  await workbench.createProjectFrom(file);
  await addAttribute(workbench);
  for (const mention of scripts.mentions) await tag(workbench, SCRIPTS_TEXT, mention);
  for (const each of scripts.links) await link(workbench, SCRIPTS_TEXT, scripts, each);
  await sayMore(workbench, scripts);
  await workbench.saved();
  await workbench.screenshot('scripts');

  await workbench.kill9();
  await workbench.startAgain();
  await workbench.reopen('scripts');
  for (const mention of scripts.mentions) {
    await expect(workbench.span(nameOf(mention))).toBeVisible();
  }
  const dataset = await exportAs(workbench, 'glossator-json', 'scripts.json');
  const lines = await exportAs(workbench, 'glossator-jsonl', 'scripts.jsonl');
  const tables = await exportAs(workbench, 'csv-tables', 'tables');
  await workbench.close();

  const project = await checkProject(workbench, SCRIPTS_TEXT, scripts);
  await checkExports(dataset, lines);
  await checkWithPython([project, dataset, lines, tables], scripts);
  const [document = ''] = await readdir(join(project, 'documents'));
  const source = await readFile(join(project, 'documents', document, 'source.txt'));
  expect(source.equals(await readFile(file))).toBe(true);
});
