import { spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, Workbench } from './fixtures/index.ts';
import { PROGRAM, startOf } from './fixtures/launch.ts';

/** Starts the program again for the same person, and waits until that second start ends. */
async function startSecond(workbench: Workbench, cwd: string, files: readonly string[]) {
  const { args, env } = startOf({
    userData: join(workbench.folder, 'user-data'),
    documents: workbench.documents,
    files,
  });
  const begun = performance.now();
  const second = spawn(PROGRAM, args, { env, cwd, stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  return { code, seconds: (performance.now() - begun) / 1000 };
}

test('E11: a second start hands its files to the first, and ends', async ({
  workbench,
  folder,
}) => {
  await writeFile(join(folder, 'first.txt'), 'The first letter.\n');
  // Its name is that of a switch, which it must not be taken for.
  await writeFile(join(folder, '--remote-debugging-port=1.txt'), 'The second letter.\n');
  await workbench.giveName('Ada');
  await workbench.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    let focused = 0;
    Object.assign(window ?? {}, {
      focus: () => {
        focused += 1;
        Object.assign(globalThis, { focused });
      },
    });
  });

  const second = await startSecond(workbench, folder, ['first.txt']);
  expect(second.code).toBe(0);
  expect(second.seconds).toBeLessThan(2);
  await expect(workbench.text).toContainText('The first letter.');
  const state = await workbench.app.evaluate(({ BrowserWindow }) => ({
    windows: BrowserWindow.getAllWindows().length,
    focused: (globalThis as unknown as { focused?: number }).focused,
  }));
  expect(state).toEqual({ windows: 1, focused: 1 });

  await startSecond(workbench, folder, ['--remote-debugging-port=1.txt', 'gone.txt']);
  await expect(workbench.text).toContainText('The second letter.');
  await expect(
    workbench.page.getByText(`There is no file or folder ${join(folder, 'gone.txt')}.`),
  ).toBeVisible();
});

test('files on the command line wait until the person has said who they are', async ({
  folder,
}) => {
  await writeFile(join(folder, 'letter.txt'), 'A letter.\n');
  const workbench = await Workbench.start(folder, [join(folder, 'letter.txt')]);
  await workbench.page.getByLabel('Your name').fill('Ada');
  await workbench.press('Enter');
  await expect(workbench.text).toContainText('A letter.');
  await workbench.close();
});

test('two programs on one project: the second is told, reads, and may take over', async ({
  workbench: first,
  folder,
}) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, 'Ada wrote to Charles about the engine.\n');
  await first.giveName('Ada');
  await first.createProjectFrom(file);
  await first.selectText('Ada');
  await first.press('p');
  await first.saved();
  const [name = ''] = await readdir(first.documents);
  const project = join(first.documents, name);

  // Another computer's user, as far as the program can tell: other preferences, other name.
  await mkdir(join(folder, 'other', 'documents'), { recursive: true });
  const second = await Workbench.start(join(folder, 'other'), [project]);
  await second.page.getByLabel('Your name').fill('Charles');
  await second.press('Enter');
  const question = second.page.getByRole('dialog', { name: 'This project is open already' });
  await expect(question.getByText(/Ada has had it open/u)).toBeVisible();
  await question.getByRole('button', { name: 'Open read-only' }).click();
  await expect(second.text).toBeVisible();
  await expect(
    second.page.getByText(/read-only|can only be read|only read/iu).first(),
  ).toBeVisible();
  await second.selectText('Charles');
  await second.press('p');
  await expect(second.span('Person: Charles')).toBeHidden();

  await second.page.getByRole('button', { name: 'Try to open for writing' }).click();
  await question.getByRole('button', { name: 'Take over' }).click();
  await expect(second.page.getByRole('button', { name: 'Try to open for writing' })).toBeHidden();
  await second.selectText('Charles');
  await second.press('p');
  await expect(second.span('Person: Charles')).toBeVisible();
  await second.saved();

  // The first learns it, keeps what it has saved, and writes no more.
  await expect(first.page.getByRole('button', { name: 'Try to open for writing' })).toBeVisible();
  await first.selectText('engine');
  await first.press('e');
  await expect(first.span('Event: engine')).toBeHidden();
  await expect(first.span('Person: Ada')).toBeVisible();
  await second.close();
  expect(second.faults).toEqual([]);
});

test('a window whose page crashes comes back with its project', async ({ workbench, folder }) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, 'Ada wrote to Charles.\n');
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(file);
  await workbench.selectText('Charles');
  await workbench.press('p');
  await workbench.saved();

  await workbench.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((done) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => done());
        contents?.forcefullyCrashRenderer();
      }),
  );
  // Playwright counts a crashed page as lost, so the window is asked from the main process.
  const shown = () =>
    workbench.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    );
  await expect.poll(shown).toContain('The window had to start again after a fault.');
  await expect.poll(shown).toContain('1 span, 0 relations');
});

test('another window has a host of its own, and is noticed by the first', async ({
  workbench,
  folder,
}) => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, 'Ada wrote to Charles.\n');
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(file);
  const opened = workbench.app.waitForEvent('window');
  await workbench.palette('New window');
  const page = await opened;
  await page.getByRole('region', { name: 'Recent projects' }).getByRole('button').first().click();
  await expect(page.getByRole('dialog', { name: 'This project is open already' })).toBeVisible();
});

test('the window opens as large as it was', async ({ workbench }) => {
  const size = { width: 900, height: 600 };
  const bounds = () =>
    workbench.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  // A window that is still hidden takes its first size when it is shown.
  const isVisible = () =>
    workbench.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isVisible).toBe(true);
  await workbench.app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(width, height);
  }, size);
  await expect.poll(bounds).toMatchObject(size); // the display answers when it likes
  await workbench.restart();
  expect(await bounds()).toMatchObject(size);
});
