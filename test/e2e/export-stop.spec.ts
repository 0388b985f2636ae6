import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures/index.ts';

const program = join(import.meta.dirname, '../../out/main/glossator.js');
const DOCUMENTS = 4000;

/** A line of our own JSON Lines, with a text that takes a moment to cut into tokens. */
function line(i: number): string {
  const text = `Ada met Ben number ${i}. ${'They spoke of engines, looms & numbers. '.repeat(60)}`;
  const span = {
    id: 's1',
    type: 'Person',
    ranges: [[0, 3]],
    quote: ['Ada'],
    attributes: {},
    note: '',
  };
  return JSON.stringify({
    document: { id: `d${i}`, name: `letter ${i}` },
    annotator: { id: 'anna', name: 'Anna' },
    text,
    ...{ status: 'new', statusAt: null, note: '', labels: {}, spans: [span], relations: [] },
  });
}

test('counting and writing many documents tell how far they are, and are stopped', async ({
  workbench,
  folder,
}) => {
  test.setTimeout(180_000);
  const { page } = workbench;
  const source = join(folder, 'many.jsonl');
  await writeFile(source, Array.from({ length: DOCUMENTS }, (_, i) => `${line(i)}\n`).join(''));
  const project = join(folder, 'many');
  await promisify(execFile)(process.execPath, [program, 'import', project, source, '--create'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  await workbench.giveName('Anna');
  await workbench.answerDialogs({ open: [project] });
  await workbench.palette('Open project');
  await expect(workbench.text).toBeVisible({ timeout: 60_000 });

  await workbench.press('ControlOrMeta+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('progressbar', { name: 'Counting' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog.getByText('Counting was stopped.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Count' }).click();
  await expect(dialog.getByText(/^4,000 spans and 0 relations in 4,000 documents/u)).toBeVisible({
    timeout: 60_000,
  });

  await dialog.getByRole('option', { name: 'CoNLL-2003' }).click();
  await workbench.answerDialogs({ save: join(folder, 'out.conll') });
  const before = await readdir(folder);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog.getByText(/^Exporting…/u)).toBeHidden();
  await expect(dialog.getByText(/^Wrote/u)).toBeHidden();
  expect(await readdir(folder)).toEqual(before);
});
