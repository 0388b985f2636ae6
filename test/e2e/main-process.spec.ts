import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MenuItem } from 'electron';
import { drop } from './fixtures/drop.ts';
import { expect, test } from './fixtures/index.ts';

test('documents dropped on the window become a project; more of them join it', async ({
  workbench,
  folder,
}) => {
  await mkdir(join(folder, 'letters'));
  await writeFile(join(folder, 'letters', 'one.txt'), 'The first letter.\n');
  await writeFile(join(folder, 'two.md'), 'The *second* letter.\n');
  await workbench.giveName('Ada');
  await drop(workbench, join(folder, 'letters'));
  await expect(workbench.text).toContainText('The first letter.');
  await drop(workbench, join(folder, 'two.md'));
  await expect(workbench.text).toContainText('The *second* letter.');
});

test('the native menu says what undo would take back, and does it', async ({
  workbench,
  folder,
}) => {
  const { app, page } = workbench;
  await writeFile(join(folder, 'letter.txt'), 'Ada wrote to Charles.\n');
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(join(folder, 'letter.txt'));
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const set = window?.setMenu.bind(window);
    Object.assign(window ?? {}, {
      setMenu(menu: Electron.Menu) {
        Object.assign(globalThis, { menu });
        set?.(menu);
      },
    });
  });
  await workbench.selectText('Charles');
  await workbench.press('p');
  await expect(workbench.span('Person: Charles')).toBeVisible();

  const item = (id: string) =>
    app.evaluate((_, wanted) => {
      const { menu } = globalThis as unknown as { menu?: Electron.Menu };
      const { label, enabled, accelerator, registerAccelerator } =
        menu?.getMenuItemById(wanted) ?? ({} as Partial<MenuItem>);
      return { label, enabled, accelerator, registerAccelerator };
    }, id);
  await expect
    .poll(() => item('edit.undo'))
    .toEqual({
      label: 'Undo tag Person ‘Charles’',
      enabled: true,
      accelerator: 'CmdOrCtrl+Z',
      registerAccelerator: false,
    });
  await app.evaluate(({ BrowserWindow }) => {
    const { menu } = globalThis as unknown as { menu?: Electron.Menu };
    menu?.getMenuItemById('edit.undo')?.click(undefined, BrowserWindow.getAllWindows()[0]);
  });
  await expect(workbench.span('Person: Charles')).toBeHidden();
  await expect(page.getByText('0 spans, 0 relations')).toBeVisible();
});

test('words are copied through the main process, since the page has no clipboard', async ({
  workbench,
  folder,
}) => {
  await writeFile(join(folder, 'letter.txt'), 'Ada wrote to Zoë 👩🏽‍🔬.\n');
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(join(folder, 'letter.txt'));
  await workbench.selectText('Zoë');
  await workbench.press('ControlOrMeta+C');
  await expect
    .poll(() => workbench.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('Zoë');
});

test('preferences and name are there again after a restart', async ({ workbench }) => {
  await workbench.giveName('Ada Lovelace');
  await workbench.page.evaluate(() =>
    (
      window as unknown as { glossator: { call(m: string, a: unknown): Promise<unknown> } }
    ).glossator.call('app.saveSettings', { theme: 'dark', textSize: 21 }),
  );
  await workbench.restart();
  await expect(workbench.page.getByText('Welcome back, Ada Lovelace')).toBeVisible();
  await expect(workbench.page.locator('html[data-theme="dark"]')).toBeAttached();
  const theme = await workbench.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  expect(theme).toBe('dark');
});
