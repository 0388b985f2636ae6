import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type Workbench } from './fixtures/index.ts';

const TEXT = 'Ada Lovelace met Charles Babbage in London.\nLondon is in England.\n';

test.beforeEach(async ({ workbench, folder }) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, TEXT);
  await workbench.giveName('Anna');
  await workbench.createProjectFrom(file);
});

interface StoredSchema {
  readonly entityTypes: readonly {
    readonly name: string;
    readonly parent: string | null;
    readonly key: string | null;
    readonly attributes: readonly { readonly name: string; readonly values: readonly string[] }[];
  }[];
  readonly relationTypes: readonly { readonly name: string; readonly from: readonly string[] }[];
  readonly documentLabels: readonly { readonly name: string; readonly kind: string }[];
}

async function projectFile(workbench: Workbench, ...path: readonly string[]): Promise<string> {
  const { readdir } = await import('node:fs/promises');
  const [project = ''] = await readdir(workbench.documents);
  return readFile(join(workbench.documents, project, ...path), 'utf8');
}

const storedSchema = async (workbench: Workbench): Promise<StoredSchema> =>
  JSON.parse(await projectFile(workbench, 'schema.json'));

const names = (schema: StoredSchema) => schema.entityTypes.map((type) => type.name);

/** Types of the spans in the window, as its list shows them. */
async function listed(page: Page): Promise<readonly string[]> {
  await page.getByRole('tab', { name: 'List' }).click();
  return page
    .getByRole('listbox', { name: 'Annotations of the document' })
    .getByRole('option')
    .allInnerTexts();
}

async function openSchema(page: Page) {
  await page.keyboard.press('ControlOrMeta+T');
  await expect(page.getByRole('dialog', { name: 'Schema' })).toBeVisible();
}

async function closeSchema(page: Page) {
  await page.getByRole('dialog', { name: 'Schema' }).getByRole('button', { name: 'Close' }).click();
}

const item = (page: Page, name: string) => page.getByRole('treeitem', { name, exact: true });

test('a type is added, named, given a key, moved, nested, and can be tagged with', async ({
  workbench,
}) => {
  const { page } = workbench;
  await openSchema(page);
  await page.getByRole('button', { name: 'Add an entity type' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('City');
  await page.keyboard.press('Enter');
  await item(page, 'City').click();

  // `p` is Person's; the field says so and proposes one that is free.
  await page.getByLabel('Key', { exact: true }).fill('p');
  await expect(page.getByRole('alert')).toContainText('‘p’ is the key of Person already.');
  await page.getByRole('button', { name: 'Use ‘c’' }).click();
  await expect(page.getByLabel('Key', { exact: true })).toHaveValue('c');

  // Up to the place behind Location, then below it.
  await item(page, 'City').press('Alt+ArrowUp');
  await item(page, 'City').press('Alt+ArrowUp');
  await item(page, 'City').press('Alt+ArrowUp');
  await item(page, 'City').press('Alt+ArrowUp');
  await item(page, 'City').press('Alt+ArrowRight');
  await expect(item(page, 'City')).toHaveAttribute('aria-level', '2');
  // Money is dragged to the top.
  await item(page, 'Money').dragTo(item(page, 'Person'), { targetPosition: { x: 60, y: 2 } });
  await expect
    .poll(async () => (await storedSchema(workbench)).entityTypes.find((t) => t.name === 'City'))
    .toMatchObject({ parent: 'Location', key: 'c' });
  await expect
    .poll(async () => names(await storedSchema(workbench)))
    .toEqual(['Money', 'Person', 'Organization', 'Location', 'City', 'Date', 'Role', 'Event']);
  await closeSchema(page);

  await workbench.selectText('London');
  await page.keyboard.press('c');
  await expect(workbench.span('City: London')).toBeVisible();
});

test('renaming a type that is used shows what it touches, and is one undo', async ({
  workbench,
}) => {
  const { page } = workbench;
  await workbench.selectText('Ada Lovelace');
  await page.keyboard.press('p');
  await workbench.selectText('Charles Babbage');
  await page.keyboard.press('p');
  await workbench.saved();

  await openSchema(page);
  await item(page, 'Person').click();
  await page.getByLabel('Name', { exact: true }).fill('Human');
  await page.keyboard.press('Enter');
  const proposal = page.getByRole('region', { name: 'Before it is done' });
  await expect(proposal).toContainText('Concerns 2 spans in 1 document.');
  await expect(proposal).toContainText('‘Ada Lovelace’ in letter');
  expect(names(await storedSchema(workbench))).toContain('Person');
  await proposal.getByRole('button', { name: 'Rename' }).click();
  await expect(item(page, 'Human')).toBeVisible();
  await closeSchema(page);

  await expect(workbench.span('Human: Ada Lovelace')).toBeVisible();
  expect(names(await storedSchema(workbench))).toContain('Human');
  expect((await storedSchema(workbench)).relationTypes[0]?.from).toEqual(['Human']);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(workbench.span('Person: Ada Lovelace')).toBeVisible();
  await expect.poll(async () => names(await storedSchema(workbench))).toContain('Person');
});

test('undo inside the editor takes back its own edits and nothing before them', async ({
  workbench,
}) => {
  const { page } = workbench;
  await openSchema(page);
  const undo = page.getByRole('dialog').getByRole('button', { name: /^Undo/u });
  // The import of the document is the project's last action, and not the editor's to take back.
  await expect(undo).toBeDisabled();
  await expect(item(page, 'Person')).toBeFocused();
  await item(page, 'Person').press('Alt+ArrowDown');
  await item(page, 'Person').press('Alt+ArrowDown');
  await expect.poll(async () => names(await storedSchema(workbench))[2]).toBe('Person');
  await page.keyboard.press('ControlOrMeta+Z');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(async () => names(await storedSchema(workbench))[0]).toBe('Person');
  await expect(undo).toBeDisabled();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect.poll(async () => names(await storedSchema(workbench))[1]).toBe('Person');
});

test('deleting a type that is used asks first; cancelled, nothing has happened', async ({
  workbench,
}) => {
  const { page } = workbench;
  await workbench.selectText('London');
  await page.keyboard.press('l');
  await workbench.saved();
  await openSchema(page);
  await item(page, 'Location').click();
  await page.keyboard.press('Delete');
  const proposal = page.getByRole('region', { name: 'Before it is done' });
  await expect(proposal).toContainText('Deletes 1 span in 1 document.');
  await expect(proposal).toContainText('‘located in’ will lead to any type.');
  await page.keyboard.press('Escape');
  await expect(proposal).toBeHidden();
  await expect(item(page, 'Location')).toBeFocused();
  await page.keyboard.press('Delete');
  await proposal.getByRole('button', { name: 'Cancel' }).click();
  expect(names(await storedSchema(workbench))).toContain('Location');

  await page.keyboard.press('Escape');
  await openSchema(page);
  await item(page, 'Location').click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page
    .getByRole('region', { name: 'Before it is done' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect(item(page, 'Location')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(item(page, 'Location')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(item(page, 'Location')).toBeHidden();
  await closeSchema(page);
  await expect(workbench.span('Location: London')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(workbench.span('Location: London')).toBeVisible();
});

test('two types are merged, and a type is split by its attribute', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.selectText('Ada Lovelace');
  await page.keyboard.press('p');
  await workbench.selectText('London');
  await page.keyboard.press('l');
  await workbench.selectText('England');
  await page.keyboard.press('o');
  await workbench.saved();

  await openSchema(page);
  await item(page, 'Organization').click();
  await page.getByRole('button', { name: 'Merge into…' }).click();
  await page.getByLabel('All Organization become').selectOption('Location');
  await page.getByRole('button', { name: 'Merge Organization into Location' }).click();
  const proposal = page.getByRole('region', { name: 'Before it is done' });
  await expect(proposal).toContainText('Concerns 1 span in 1 document.');
  await proposal.getByRole('button', { name: 'Merge' }).click();
  await expect(item(page, 'Organization')).toBeHidden();

  await page.getByRole('button', { name: 'Add an attribute' }).click();
  await page.keyboard.type('kind');
  await page.keyboard.press('Enter');
  const attributes = page.getByRole('region', { name: 'Attributes' });
  await attributes.getByLabel('Kind', { exact: true }).selectOption('One of');
  await attributes.getByLabel('Values, one per line').fill('city\ncountry');
  await attributes.getByLabel('Description').focus();
  await expect
    .poll(async () => {
      const { entityTypes } = await storedSchema(workbench);
      return entityTypes.find((t) => t.name === 'Location')?.attributes[0]?.values;
    })
    .toEqual(['city', 'country']);
  await closeSchema(page);

  await workbench.span('Location: England').click();
  await page.getByRole('radio', { name: 'country' }).click();
  await workbench.saved();
  await openSchema(page);
  await item(page, 'Location').click();

  // A value written over is renamed wherever it was given.
  await attributes.getByRole('button', { name: /^kind/u }).click();
  await attributes.getByLabel('Values, one per line').fill('city\nnation');
  await attributes.getByLabel('Description').focus();
  await expect(proposal).toContainText('Rename values of the attribute ‘kind’ of ‘Location’');
  await expect(proposal).toContainText('Concerns 1 span in 1 document.');
  await proposal.getByRole('button', { name: 'Rename' }).click();
  await expect(attributes.getByRole('button', { name: /^kind/u })).toContainText('city, nation');

  await page.getByRole('button', { name: 'Split by attribute…' }).click();
  await page.getByRole('button', { name: 'Split Location' }).click();
  await expect(proposal).toContainText('Concerns 1 span in 1 document.');
  await proposal.getByRole('button', { name: 'Split' }).click();
  await expect(item(page, 'Nation')).toHaveAttribute('aria-level', '2');
  await closeSchema(page);
  await expect(workbench.span('Nation: England')).toBeVisible();
  await expect(workbench.span('Location: London')).toBeVisible();
  expect(await listed(page)).toHaveLength(3);
});

test('a document label is made in the editor and given in the inspector', async ({ workbench }) => {
  const { page } = workbench;
  await openSchema(page);
  await page.getByRole('button', { name: 'Add a document label' }).click();
  await page.keyboard.type('on topic');
  await page.keyboard.press('Enter');
  await expect(item(page, 'on topic')).toBeVisible();
  await expect
    .poll(async () => (await storedSchema(workbench)).documentLabels)
    .toMatchObject([{ name: 'on topic', kind: 'yes-no' }]);
  await closeSchema(page);
  await page.keyboard.press('F7');
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await workbench.saved();
});

test('a schema is imported with a preview, and exported', async ({ workbench, folder }) => {
  const { page } = workbench;
  await workbench.selectText('London');
  await page.keyboard.press('l');
  await workbench.saved();
  const file = join(folder, 'annotation.conf');
  await writeFile(file, '[entities]\nPerson\nShip\n\n[relations]\nsails\tArg1:Person, Arg2:Ship\n');
  await openSchema(page);
  await workbench.answerDialogs({ open: [file] });
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByRole('region', { name: 'entity types' })).toContainText('Added (1): Ship');
  await page.getByText('Replace the schema').click();
  // What annotations use is never removed by the way.
  await expect(page.getByText('Kept, because annotations use it: Location.')).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(item(page, 'Ship')).toBeVisible();
  await expect
    .poll(async () => names(await storedSchema(workbench)))
    .toEqual(['Person', 'Ship', 'Location']);

  const target = join(folder, 'out.json');
  await workbench.answerDialogs({ save: target });
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(`The schema was written to ${target}.`)).toBeVisible();
  const written: StoredSchema = JSON.parse(await readFile(target, 'utf8'));
  expect(names(written)).toEqual(['Person', 'Ship', 'Location']);
});
