import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { ACTIONS } from '#api/actions.ts';
import { accelerator } from '../../src/main/menu/accelerator.ts';
import { EMPTY_MENU_STATE } from '../../src/main/menu/menu-state.ts';
import { menuTemplate } from '../../src/main/menu/menu-template.ts';

test.each([
  ['Mod+Shift+O', 'CmdOrCtrl+Shift+O'],
  ['Alt+ArrowRight', 'Alt+Right'],
  ['Mod+PageDown', 'CmdOrCtrl+PageDown'],
  ['+', 'Plus'],
  ['Mod++', 'CmdOrCtrl+Plus'],
  ['-', '-'],
  ['Mod+-', 'CmdOrCtrl+-'],
  ['Mod+=', 'CmdOrCtrl+='],
  ['?', '?'],
  ['F2', 'F2'],
  ['Shift+Delete', 'Shift+Delete'],
])('%s is %s to Electron', (key, expected) => {
  expect(accelerator(key)).toBe(expected);
});

const build = (state = EMPTY_MENU_STATE, platform: NodeJS.Platform = 'linux') => {
  const choose = vi.fn();
  const menus = menuTemplate({ state, platform, choose });
  const items = menus.flatMap((menu) =>
    Array.isArray(menu.submenu) ? (menu.submenu as MenuItemConstructorOptions[]) : [],
  );
  const find = (id: string) => items.find((item) => item.id === id);
  return { choose, menus, items, find };
};

test('the menus hold every action once, under its title, with its key shown and not taken', () => {
  const { items, find } = build();
  expect(items.flatMap(({ id }) => id ?? [])).toEqual(ACTIONS.map(({ id }) => id));
  expect(find('edit.undo')).toMatchObject({
    label: 'Undo',
    accelerator: 'CmdOrCtrl+Z',
    registerAccelerator: false,
    enabled: true,
  });
});

test('no menu starts or ends with a line, and no two lines meet', () => {
  for (const { submenu } of build().menus) {
    const types = (submenu as MenuItemConstructorOptions[]).map(({ type }) => type);
    expect(types[0]).not.toBe('separator');
    expect(types.at(-1)).not.toBe('separator');
    expect(types.some((type, i) => type === 'separator' && types[i + 1] === 'separator')).toBe(
      false,
    );
  }
});

test('the window says what can be done, what it is called, and what is on', () => {
  const { find } = build({
    enabled: { 'edit.redo': false },
    labels: { 'edit.undo': 'Undo tag Person ‘Smith & Sons’' },
    checked: { 'view.inspector': true, 'view.documents': false },
  });
  expect(find('edit.redo')).toMatchObject({ enabled: false });
  expect(find('edit.undo')).toMatchObject({ label: 'Undo tag Person ‘Smith && Sons’' });
  expect(find('view.inspector')).toMatchObject({ type: 'checkbox', checked: true });
  expect(find('view.documents')).toMatchObject({ type: 'checkbox', checked: false });
  expect(find('view.palette')).not.toHaveProperty('type');
});

test('choosing an item tells its action', () => {
  const { choose, find } = build();
  find('document.done')?.click?.({} as never, undefined, {} as never);
  expect(choose).toHaveBeenCalledExactlyOnceWith('document.done');
});

test('a Mac shows no key that is typed in text fields, and has its editing items', () => {
  const { find, items, menus } = build(EMPTY_MENU_STATE, 'darwin');
  expect(find('annotate.repeat')).not.toHaveProperty('accelerator');
  expect(find('annotate.nextSpan')).toMatchObject({ accelerator: 'Alt+Right' });
  expect(items.map(({ role }) => role)).toContain('paste');
  expect(menus[0]).toEqual({ role: 'appMenu' });
});

test('no menu reaches developer tools, a reload or the page’s source', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    const { items, menus } = build(EMPTY_MENU_STATE, platform);
    const roles = [...items, ...menus].flatMap(({ role }) => role ?? []);
    for (const role of ['reload', 'forceReload', 'toggleDevTools', 'viewMenu']) {
      expect(roles).not.toContain(role);
    }
  }
});
