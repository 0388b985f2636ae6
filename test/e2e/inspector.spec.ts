import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Workbench } from './fixtures/index.ts';

const TEXT = 'Ada Lovelace met Charles Babbage 🎩 in London.\nLondon is in England.\n';

test.beforeEach(async ({ workbench, folder }) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, TEXT);
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
});

interface StoredRecord {
  readonly kind: string;
  readonly type?: string;
  readonly note?: string;
  readonly text?: string;
  readonly status?: string;
  readonly from?: string;
  readonly ranges?: readonly (readonly [number, number])[];
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** The annotator's records, as the JSON file has them once the document is closed. */
async function records(workbench: Workbench): Promise<readonly StoredRecord[]> {
  const [project = ''] = await readdir(workbench.documents);
  const annotations = join(workbench.documents, project, 'annotations');
  const [document = ''] = await readdir(annotations);
  const files = await readdir(join(annotations, document));
  const json = files.find((name) => name.endsWith('.json')) ?? '';
  return JSON.parse(await readFile(join(annotations, document, json), 'utf8')).records;
}

const inspectorOf = (workbench: Workbench) =>
  workbench.page.getByRole('complementary', { name: 'Inspector' });

test('a span’s type, note and ranges are changed in the inspector, each as one edit', async ({
  workbench,
}) => {
  const { page } = workbench;
  const inspector = inspectorOf(workbench);
  await workbench.selectText('Charles Babbage');
  await page.keyboard.press('p');
  await expect(
    inspector.getByRole('button', { name: 'Show in the text: Charles Babbage' }),
  ).toBeVisible();
  await inspector.getByLabel('Type').selectOption('Role');
  await expect(workbench.span('Role: Charles Babbage')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+Alt+M');
  await expect(inspector.getByLabel('Note on the span')).toBeFocused();
  await page.keyboard.type('A mathematician');
  await page.keyboard.press('Control+Enter');
  await workbench.saved();

  // A second range, and out with it again.
  await workbench.selectText('London');
  await page.keyboard.press('+');
  const ranges = inspector.getByRole('list', { name: 'Ranges' });
  // Offsets count code points: the hat is one character.
  await expect(ranges).toContainText('17–32');
  await expect(ranges).toContainText('38–44');
  await ranges.getByRole('button', { name: 'Take ‘London’ out of the span' }).click();
  await expect(inspector.getByText('Characters 17–32')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+H');
  const history = page.getByRole('listbox', { name: 'History of the document' });
  await expect(history.getByRole('option')).toHaveCount(5);
  await workbench.restart();
  const [span] = (await records(workbench)).filter((record) => record.kind === 'span');
  expect(span).toMatchObject({ type: 'Role', note: 'A mathematician', ranges: [[17, 32]] });
});

test('a relation is opened from its span, reversed where that is allowed, and deleted', async ({
  workbench,
}) => {
  const { page } = workbench;
  const inspector = inspectorOf(workbench);
  await workbench.selectText('London');
  await page.keyboard.press('l');
  await workbench.selectText('England');
  await page.keyboard.press('l');
  await workbench.span('Location: London').click();
  await inspector.getByRole('button', { name: 'Add a relation' }).click();
  await workbench.span('Location: England').click();
  const types = page.getByRole('listbox', { name: 'Relation types' });
  await expect(types).toBeFocused();
  await expect(types.getByRole('option', { name: 'holds role' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(types.getByRole('option', { name: 'holds role' })).toContainText(
    'Starts from Person, not from Location.',
  );
  await page.keyboard.press('l');
  await expect(workbench.relation('located in: London → England')).toBeVisible();

  await expect(inspector.getByLabel('Type')).toHaveValue('located in');
  await inspector.getByRole('button', { name: 'Reverse the relation' }).click();
  await expect(workbench.relation('located in: England → London')).toBeVisible();
  await inspector.getByRole('button', { name: 'Go to the span it leads to: London' }).click();
  await inspector.getByRole('button', { name: 'Open the relation located in: England' }).click();
  await inspector.getByLabel('Type').selectOption('part of');
  await expect(workbench.relation('part of: England → London')).toBeVisible();
  await inspector.getByRole('button', { name: 'Delete the relation' }).click();
  await expect(workbench.relation('part of: England → London')).toBeHidden();
});

test('the chooser opens turned round where only that is allowed; Escape gives up', async ({
  workbench,
}) => {
  const { page } = workbench;
  await workbench.selectText('London');
  await page.keyboard.press('l');
  await workbench.selectText('England');
  await page.keyboard.press('e');
  // Only “part of” may go from a place to an event; from the event to the place there are two.
  await workbench.span('Location: London').click();
  await page.keyboard.press('-');
  await workbench.span('Event: England').click();
  const types = page.getByRole('listbox', { name: 'Relation types' });
  const located = types.getByRole('option', { name: 'located in' });
  await expect(located).toContainText('the other way round');
  await page.keyboard.press('Tab');
  await expect(located).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Escape');
  await expect(types).toBeHidden();
  await expect(page.getByText('2 spans, 0 relations')).toBeVisible();
});

test('the list of annotations is filtered, walked with keys, and leads into the text', async ({
  workbench,
}) => {
  const { page } = workbench;
  const inspector = inspectorOf(workbench);
  for (const [words, key] of [
    ['Ada Lovelace', 'p'],
    ['Charles Babbage', 'p'],
    ['England', 'l'],
  ] as const) {
    await workbench.selectText(words);
    await page.keyboard.press(key);
  }
  await inspector.getByRole('tab', { name: 'List' }).click();
  const list = inspector.getByRole('listbox', { name: 'Annotations of the document' });
  await expect(list.getByRole('option')).toHaveCount(3);
  await inspector.getByLabel('Filter the list').fill('ba');
  await expect(list.getByRole('option')).toHaveCount(1);
  await inspector.getByLabel('Filter the list').fill('');
  await inspector.getByLabel('Type to list').selectOption('Person');
  await expect(list.getByRole('option')).toHaveCount(2);
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('option', { name: 'Charles Babbage' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(workbench.text).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(workbench.span('Person: Charles Babbage')).toBeHidden();
});

test('status and note of the document are given in the inspector and stored', async ({
  workbench,
}) => {
  const { page } = workbench;
  const inspector = inspectorOf(workbench);
  await inspector.getByRole('tab', { name: 'Document' }).click();
  await inspector.getByLabel('Status').selectOption('Done');
  await inspector.getByLabel('Note on the document').fill('Checked against the facsimile.');
  await page.keyboard.press('Tab');
  await workbench.saved();
  await workbench.restart();
  const stored = await records(workbench);
  expect(stored).toHaveLength(2);
  expect(stored.find((record) => record.kind === 'note')?.text).toBe(
    'Checked against the facsimile.',
  );
  expect(stored.find((record) => record.kind === 'status')?.status).toBe('done');
});

test('the label bar tags, retypes and arms; a label is found by its name', async ({
  workbench,
}) => {
  const { page } = workbench;
  const labels = page.getByRole('toolbar', { name: 'Labels' });
  await workbench.selectText('London');
  await labels.getByRole('button', { name: 'Location' }).click();
  await expect(workbench.span('Location: London')).toBeVisible();
  await labels.getByRole('button', { name: 'Organization' }).click();
  await expect(workbench.span('Organization: London')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+L');
  await page.keyboard.type('mon');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(workbench.span('Money: London')).toBeVisible();

  await page.keyboard.press('Escape');
  await labels.getByRole('button', { name: 'Person' }).click();
  await expect(labels.getByRole('button', { name: 'Person' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await workbench.selectText('Ada Lovelace');
  await expect(workbench.span('Person: Ada Lovelace')).toBeVisible();
});

test('a note half typed is kept when the document or the window changes', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  const note = inspectorOf(workbench).getByLabel('Note on the document');
  const other = join(folder, 'other.txt');
  await writeFile(other, 'Another text.\n');
  await workbench.openFiles(other);
  await expect(page.getByRole('option', { name: /other/u })).toBeVisible();
  await page.getByRole('option', { name: /letter/u }).click();
  await expect(page.getByRole('textbox', { name: 'Text of letter' })).toBeVisible();

  await inspectorOf(workbench).getByRole('tab', { name: 'Document' }).click();
  await note.focus();
  await page.keyboard.type('first');
  await page.keyboard.press('ControlOrMeta+PageDown');
  await expect(page.getByRole('textbox', { name: 'Text of other' })).toBeVisible();
  await expect(note).toHaveValue('');
  await note.focus();
  await page.keyboard.type('second');
  await workbench.restart();

  const again = workbench.page;
  await again
    .getByRole('button', { name: /^letter/u })
    .first()
    .click();
  await again.getByRole('option', { name: /letter/u }).click();
  await again.getByRole('tab', { name: 'Document' }).click();
  await expect(inspectorOf(workbench).getByLabel('Note on the document')).toHaveValue('first');
  await again.getByRole('option', { name: /other/u }).click();
  await expect(inspectorOf(workbench).getByLabel('Note on the document')).toHaveValue('second');
});
