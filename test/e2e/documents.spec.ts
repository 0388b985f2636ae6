import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';
import type { Workbench } from './fixtures/workbench.ts';

const TEXTS = {
  'letter 1': 'Ada wrote to Charles about the engine.\n',
  'letter 2': 'Charles answered from London.\nThe engine was not finished.\n',
  'letter 10': 'Mary read both letters.\n',
  diary: 'Rain. Nothing of note.\n',
};

const list = (workbench: Workbench) => workbench.page.getByRole('listbox', { name: 'Documents' });
const names = async (workbench: Workbench) =>
  (await list(workbench).getByRole('option').allInnerTexts()).map(
    (line) => line.split('\n')[0] ?? '',
  );
const line = (workbench: Workbench, name: string) =>
  list(workbench)
    .getByRole('option')
    .filter({ has: workbench.page.getByText(name, { exact: true }) });
const heading = (workbench: Workbench) => workbench.page.getByRole('heading', { level: 1 });

test.beforeEach(async ({ workbench, folder }) => {
  const paths: string[] = [];
  for (const [name, text] of Object.entries(TEXTS)) {
    const path = join(folder, `${name}.txt`);
    await writeFile(path, text);
    paths.push(path);
  }
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(...paths);
  await expect(list(workbench).getByRole('option')).toHaveCount(4);
});

test('names are searched as one types, texts with Enter; a hit shows its words selected', async ({
  workbench,
}) => {
  const { page } = workbench;
  await page.getByLabel('Search documents').fill('letter 1');
  expect(await names(workbench)).toEqual(['letter 1', 'letter 10']);

  await workbench.press('ControlOrMeta+Shift+F');
  await page.keyboard.type('engine');
  await workbench.press('Enter');
  const found = page.getByRole('listbox', { name: 'Found in the texts' });
  await expect(found.getByRole('option')).toHaveCount(2);
  await expect(page.getByText('‘engine’: 2 in 2 documents')).toBeVisible();
  await found.getByRole('option').nth(1).click();
  await expect(heading(workbench)).toHaveText('letter 2');
  await expect(page.locator('footer')).toContainText('Line 2');
  await workbench.press('ControlOrMeta+2', 'e');
  await expect(workbench.span('Event: engine')).toBeVisible();
});

test('documents are sorted and filtered by status', async ({ workbench }) => {
  const { page } = workbench;
  await line(workbench, 'letter 2').click();
  await expect(heading(workbench)).toHaveText('letter 2');
  await workbench.press('ControlOrMeta+Enter');
  await expect(line(workbench, 'letter 2').getByRole('img', { name: 'Done' })).toBeVisible();

  await page.getByRole('button', { name: 'Filter and sort' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'By name' }).click();
  await expect.poll(() => names(workbench)).toEqual(['diary', 'letter 1', 'letter 2', 'letter 10']);
  await page.getByRole('button', { name: 'Filter and sort' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Unfinished' }).click();
  await expect.poll(() => names(workbench)).toEqual(['diary', 'letter 1', 'letter 10']);
});

test('keys go to the next document and to the next unfinished one', async ({ workbench }) => {
  await line(workbench, 'letter 2').click();
  await workbench.press('ControlOrMeta+Enter');
  await line(workbench, 'letter 1').click();
  await expect(heading(workbench)).toHaveText('letter 1');
  await workbench.press('ControlOrMeta+PageDown');
  await expect(heading(workbench)).toHaveText('letter 2');
  await workbench.press('ControlOrMeta+PageUp');
  await expect(heading(workbench)).toHaveText('letter 1');
  await workbench.press('Alt+PageDown');
  await expect(heading(workbench)).not.toHaveText('letter 2');
  await expect(heading(workbench)).not.toHaveText('letter 1');
});

test('several are marked at once, as one step that undo takes back', async ({ workbench }) => {
  const { page } = workbench;
  await line(workbench, 'letter 1').click();
  await line(workbench, 'letter 2').click({ modifiers: ['ControlOrMeta'] });
  await line(workbench, 'letter 2').click({ button: 'right' });
  await page.getByRole('menuitemcheckbox', { name: 'Needs review' }).click();
  await expect(list(workbench).getByRole('img', { name: 'Needs review' })).toHaveCount(2);
  await workbench.press('ControlOrMeta+Z');
  await expect(list(workbench).getByRole('img', { name: 'Needs review' })).toHaveCount(0);
});

test('the list is used with the keyboard alone: open, rename, move to the trash, undo', async ({
  workbench,
}) => {
  const { page } = workbench;
  await line(workbench, 'diary').click();
  await workbench.press('ControlOrMeta+1');
  await page.keyboard.type('letter 10');
  await workbench.press('Enter');
  await expect(heading(workbench)).toHaveText('letter 10');

  await workbench.press('F2');
  await page.getByRole('dialog').getByLabel('Name').fill('Mary’s letter');
  await workbench.press('Enter');
  await expect(heading(workbench)).toHaveText('Mary’s letter');

  await workbench.press('ControlOrMeta+1', 'Delete');
  await expect(list(workbench).getByRole('option')).toHaveCount(3);
  await expect(page.getByText('Moved ‘Mary’s letter’ to the trash.')).toBeVisible();
  await workbench.press('ControlOrMeta+Z');
  await expect(line(workbench, 'Mary’s letter')).toBeVisible();
});

test('the first edit of a new document marks it in progress, and counts show at once', async ({
  workbench,
}) => {
  await line(workbench, 'letter 1').click();
  await expect(heading(workbench)).toHaveText('letter 1');
  await workbench.selectText('Charles');
  await workbench.press('p');
  await expect(line(workbench, 'letter 1')).toContainText('1');
  await expect(line(workbench, 'letter 1').getByRole('img', { name: 'In progress' })).toBeVisible();
  await workbench.press('ControlOrMeta+Z');
  await expect(line(workbench, 'letter 1').getByRole('img', { name: 'New' })).toBeVisible();
  expect(workbench.faults).toEqual([]);
});
