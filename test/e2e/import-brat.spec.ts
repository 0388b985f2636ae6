import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bratFolder, VOYAGE } from './fixtures/brat-corpus.ts';
import { drop } from './fixtures/drop.ts';
import { ImportDialog } from './fixtures/import-dialog.ts';
import { expect, test, type Workbench } from './fixtures/index.ts';

/** The project as it is on the disk: documents by name, the spans of the person's own sets with their words. */
async function onDisk(workbench: Workbench, project = 'letters') {
  const root = join(workbench.documents, project);
  const manifest = JSON.parse(await readFile(join(root, 'project.json'), 'utf8'));
  const me: string = manifest.annotators[0]?.id ?? '';
  const found: Record<string, string[]> = {};
  for (const { id, name } of manifest.documents) {
    const text = [...(await readFile(join(root, 'documents', id, 'text.txt'), 'utf8'))];
    const path = join(root, 'annotations', id, `${me}.json`);
    const set = JSON.parse(await readFile(path, 'utf8').catch(() => '{"records":[]}'));
    found[name] = set.records.flatMap(
      (record: { kind: string; type: string; ranges?: [number, number][] }) =>
        record.kind === 'span'
          ? [
              `${record.type}: ${(record.ranges ?? [])
                .map(([start, end]) => text.slice(start, end).join(''))
                .join(' … ')}`,
            ]
          : [],
    );
  }
  return found;
}

const documents = (workbench: Workbench) =>
  workbench.page.getByRole('listbox', { name: 'Documents' }).getByRole('option');

/** Exports everything in a format, into an empty folder. */
async function exportAs(workbench: Workbench, format: RegExp, target: string) {
  await mkdir(target);
  await workbench.press('ControlOrMeta+E');
  const dialog = workbench.page.getByRole('dialog', { name: 'Export' });
  await dialog
    .getByRole('listbox', { name: 'Format' })
    .getByRole('option', { name: format })
    .click();
  await workbench.answerDialogs({ open: [target], save: join(target, 'all.txt') });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText(/^Wrote/u).first()).toBeVisible();
  await workbench.press('Escape');
  await expect(dialog).toBeHidden();
}

test.beforeEach(async ({ workbench, folder }) => {
  const letters = join(folder, 'letters');
  await mkdir(letters);
  await writeFile(join(letters, 'known.txt'), VOYAGE);
  await writeFile(join(letters, 'other.txt'), 'Anna was in Oslo.\n');
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(join(letters, 'known.txt'), join(letters, 'other.txt'));
  // The schema is in use, so what comes in is brought into it.
  await documents(workbench).filter({ hasText: 'other' }).click();
  await workbench.selectText('Anna');
  await workbench.press('p');
  await workbench.saved();
});

test('a folder of brat files is mapped, imported, corrected, undone and done again, and is on the disk', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  await drop(workbench, await bratFolder(folder));
  const dialog = new ImportDialog(workbench);
  await expect(dialog.box).toContainText('5 files');
  await expect(dialog.box.getByLabel('Read as')).toHaveValue('brat');

  // What comes in: one new document, and one that the project has.
  await dialog.tab('Documents');
  const preview = dialog.box.getByRole('region', { name: 'Preview of meeting' });
  await expect(preview.locator('mark[data-type="Human"], mark[data-type="Person"]')).toHaveCount(2);
  await expect(dialog.box).toContainText('Already in the project as ‘known’');
  await expect(dialog.footer).toContainText('1 new document');
  await expect(dialog.footer).toContainText('1 document of the project receives annotations');

  // One type is merged, one left out, one gets another name.
  await dialog.tab('Types');
  await dialog.map('entity type Human', 'Merge into ‘Person’');
  await dialog.map('entity type City', 'Merge into ‘Location’');
  await dialog.map('entity type Year', 'Leave out');
  await dialog.map('entity type Club', 'Add under another name…');
  await dialog.box.getByLabel('New name of the entity type Club').fill('Society');
  await dialog.map('entity type Meeting', 'Merge into ‘Event’');
  const changes = dialog.box.getByRole('region', { name: 'What changes in the schema' });
  await expect(changes).toContainText('Society');
  await expect(changes).not.toContainText('Club');
  await expect(changes).toContainText('Founded');
  await expect(dialog.footer).toContainText('1 annotation left out');

  await dialog.tab('Annotators');
  await expect(dialog.box.getByLabel(/^Whose the sets of/u).locator('option:checked')).toHaveText(
    'Me (Ada)',
  );
  await dialog.confirm();
  await expect(dialog.box).toBeHidden();
  await expect(
    page.getByText(/^Imported 1 document with .* received annotations\.$/u),
  ).toBeVisible();
  await expect(documents(workbench)).toHaveCount(3);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('meeting');
  for (const span of [
    'Person: Ada Lovelace',
    'Person: Charles Babbage',
    'Location: London',
    'Society: Analytical Society',
    'Event: met',
  ])
    await expect(workbench.span(span)).toBeVisible();
  await expect(workbench.span('Year: 1833')).toBeHidden();
  await expect(workbench.relation('Founded: Charles Babbage → Analytical Society')).toBeVisible();
  await expect(workbench.relation('Who: met → Ada Lovelace')).toBeVisible();

  // One undo takes all of it back, one redo brings it again.
  await workbench.press('ControlOrMeta+Z');
  await expect(documents(workbench)).toHaveCount(2);
  await expect.poll(() => onDisk(workbench)).toEqual({ known: [], other: ['Person: Anna'] });
  await workbench.press('ControlOrMeta+Shift+Z');
  await expect(documents(workbench)).toHaveCount(3);
  await documents(workbench).filter({ hasText: 'known' }).click();
  await expect(workbench.span('Person: Mary Somerville')).toBeVisible();
  await documents(workbench).filter({ hasText: 'meeting' }).click();

  // Corrected by hand: a span retyped, one added.
  await workbench.span('Location: London').click();
  await workbench.press('o');
  await expect(workbench.span('Organization: London')).toBeVisible();
  await workbench.selectText('1833');
  await workbench.press('d');
  await workbench.saved();
  await expect
    .poll(() => onDisk(workbench))
    .toEqual({
      known: ['Person: Mary Somerville', 'Location: Rome'],
      other: ['Person: Anna'],
      meeting: expect.arrayContaining([
        'Person: Ada Lovelace',
        'Person: Charles Babbage',
        'Organization: London',
        'Society: Analytical Society',
        'Event: met',
        'Date: 1833',
      ]),
    });
});

test('what was imported goes out as CoNLL-2003 and WebAnno TSV, and comes in again the same', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  await drop(workbench, await bratFolder(folder));
  const dialog = new ImportDialog(workbench);
  await dialog.tab('Types');
  await dialog.map('entity type Human', 'Merge into ‘Person’');
  await dialog.map('entity type City', 'Merge into ‘Location’');
  await dialog.map('entity type Club', 'Merge into ‘Organization’');
  await dialog.tab('Annotators');
  await expect(dialog.box.getByLabel(/^Whose the sets of/u).locator('option:checked')).toHaveText(
    'Me (Ada)',
  );
  await dialog.confirm();
  await expect(workbench.span('Person: Ada Lovelace')).toBeVisible();
  const before = await onDisk(workbench);

  const written = { conll: join(folder, 'conll'), webanno: join(folder, 'webanno') };
  await exportAs(workbench, /^CoNLL-2003/u, written.conll);
  await exportAs(workbench, /^WebAnno TSV/u, written.webanno);

  for (const [name, path] of Object.entries(written)) {
    await workbench.press('ControlOrMeta+Shift+W');
    await expect(page.getByText('Welcome back, Ada.')).toBeVisible();
    await drop(workbench, path);
    const again = new ImportDialog(workbench, `New project ‘${name}’`);
    await again.tab('Annotators');
    await again.box.getByRole('button', { name: 'All are mine' }).click();
    await again.confirm();
    await expect(again.box).toBeHidden();
    await expect(workbench.text).toBeVisible();
    expect(await readdir(workbench.documents)).toContain(name);
    const spans = Object.values(await onDisk(workbench, name)).flat();
    expect(spans.sort(), name).toEqual(Object.values(before).flat().sort());
  }
});

test('the import is done with the keyboard alone', async ({ workbench, folder }) => {
  const { page } = workbench;
  await workbench.answerDialogs({ open: [await bratFolder(folder)] });
  await workbench.palette('Add a folder');
  const dialog = new ImportDialog(workbench);
  await expect(dialog.footer).toContainText('1 new document');
  for (let i = 0; i < 12; i++) {
    await workbench.press('Tab');
    const isTab = await page.evaluate(() => document.activeElement?.getAttribute('role') === 'tab');
    if (isTab) break;
  }
  await workbench.press('ArrowRight');
  await expect(dialog.box.getByRole('tab', { name: /^Types/u })).toBeFocused();
  await workbench.press('Tab', 'Tab', 'Tab', 'Tab');
  const focused = dialog.box.locator('select:focus');
  await expect(focused).toHaveAttribute('aria-label', /^What becomes of the entity type/u);
  await page.keyboard.type('Leave');
  await expect(focused).toHaveValue('out');
  await expect(dialog.footer).toContainText('left out');
  await dialog.box.getByRole('button', { name: 'Import', exact: true }).focus();
  await workbench.press('Enter');
  await expect(dialog.box).toBeHidden();
  await expect(documents(workbench)).toHaveCount(3);
  expect(workbench.faults).toEqual([]);
});
