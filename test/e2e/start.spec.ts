import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/index.ts';
import { Workbench } from './fixtures/workbench.ts';

const TEXT = 'Ada Lovelace met Charles Babbage in London.\nThey talked all evening.\n';

/** Writes a source file outside the documents folder. @returns its path. */
async function source(folder: string, name: string, text = TEXT): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const begin = (page: Page, name: RegExp) => page.getByRole('button', { name }).click();

test('the name is asked once, and what was begun without it goes on', async ({
  workbench,
  folder,
}) => {
  await workbench.answerDialogs({ open: [await source(folder, 'letter.txt')] });
  await begin(workbench.page, /^Open documents/u);
  await expect(workbench.page.getByLabel('Your name')).toBeFocused();
  await workbench.page.keyboard.type('Ada');
  await workbench.press('Enter');
  await expect(workbench.text).toContainText('Charles Babbage');
  await expect(workbench.page.getByRole('option', { name: /letter/u })).toHaveAttribute(
    'aria-current',
    'page',
  );

  await workbench.restart();
  await expect(workbench.page.getByText('Welcome back, Ada.')).toBeVisible();
  await expect(workbench.page.getByLabel('Your name')).toBeHidden();
  await workbench.page
    .getByRole('region', { name: 'Recent projects' })
    .getByText('letter')
    .first()
    .click();
  await expect(workbench.text).toContainText('Charles Babbage');
  expect(workbench.faults).toEqual([]);
});

test('files on the command line wait for the name, then become a project', async ({ folder }) => {
  const workbench = await Workbench.start(folder, [await source(folder, 'letter.txt')]);
  try {
    await workbench.page.getByLabel('Your name').fill('Ada');
    await workbench.press('Enter');
    await expect(workbench.text).toContainText('Charles Babbage');
  } finally {
    await workbench.close();
  }
});

test('the sample project leads to the work of others, which can be read only', async ({
  workbench,
}) => {
  const { page } = workbench;
  await workbench.giveName('Ada');
  await begin(page, /sample project/u);
  await page.getByText('others have').getByRole('button').first().click();
  await expect(page.getByText('They can be read, not changed.')).toBeVisible();
  const before = await page.locator('footer').textContent();
  expect(before).toMatch(/[1-9]\d* spans/u);
  await expect(
    page.getByRole('toolbar', { name: 'Labels' }).getByRole('button').first(),
  ).toBeDisabled();

  await page.getByRole('button', { name: 'Show mine' }).click();
  await expect(page.locator('footer')).toContainText('0 spans');
});

test('a project open in another window is read only, until it is taken over', async ({
  workbench,
  folder,
}) => {
  const { page, app } = workbench;
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(await source(folder, 'letter.txt'));

  const opening = app.waitForEvent('window');
  await workbench.press('ControlOrMeta+Shift+N');
  const second = await opening;
  await second.getByRole('region', { name: 'Recent projects' }).getByText('letter').first().click();
  const question = second.getByRole('dialog', { name: 'This project is open already' });
  await expect(question).toContainText('Ada');
  await question.getByRole('button', { name: 'Open read-only' }).click();
  await expect(second.getByRole('textbox', { name: /^Text of / })).toBeVisible();
  await expect(
    second.getByRole('toolbar', { name: 'Labels' }).getByRole('button').first(),
  ).toBeDisabled();

  await second.getByRole('button', { name: 'Try to open for writing' }).click();
  await question.getByRole('button', { name: 'Take over' }).click();
  await expect(
    second.getByRole('toolbar', { name: 'Labels' }).getByRole('button').first(),
  ).toBeEnabled();
  // The first window is told, and can only read from now on.
  await expect(
    page.getByRole('toolbar', { name: 'Labels' }).getByRole('button').first(),
  ).toBeDisabled({
    timeout: 15_000,
  });
});

test('an edit made just before the window is closed is there again', async ({
  workbench,
  folder,
}) => {
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(await source(folder, 'letter.txt'));
  await workbench.selectText('Ada Lovelace');
  await workbench.press('p');
  const ended = workbench.app.waitForEvent('close');
  // The window may be gone before the key is let go.
  await workbench.press('ControlOrMeta+W').catch(() => undefined);
  await ended;
  await workbench.startAgain();
  await workbench.page
    .getByRole('region', { name: 'Recent projects' })
    .getByText('letter')
    .first()
    .click();
  await expect(workbench.span('Person: Ada Lovelace')).toBeVisible();
});
