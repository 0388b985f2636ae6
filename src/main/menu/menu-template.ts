import type { MenuItemConstructorOptions } from 'electron';
import { ACTIONS, type Action, type MenuName } from '#api/actions.ts';
import { accelerator } from './accelerator.ts';
import type { MenuState } from './menu-state.ts';

const MENUS: readonly MenuName[] = ['File', 'Edit', 'Annotate', 'Document', 'View', 'Help'];

interface MenuOptions {
  readonly state: MenuState;
  readonly platform: NodeJS.Platform;
  /** Does what the action says. */
  readonly choose: (id: string) => void;
}

/** The menu bar: every action of the program, as the window says that it stands. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const menus = MENUS.map((name) => ({ label: name, submenu: submenu(name, options) }));
  return options.platform === 'darwin'
    ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }]
    : menus;
}

function submenu(menu: MenuName, options: MenuOptions): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = [];
  let group = 0;
  for (const action of ACTIONS) {
    if (action.menu !== menu) continue;
    if (items.length > 0 && action.group !== group) items.push({ type: 'separator' });
    group = action.group;
    items.push(item(action, options));
  }
  // On a Mac the editing keys of text fields work only as items of a menu.
  if (menu === 'Edit' && options.platform === 'darwin') {
    const roles = ['cut', 'copy', 'paste', 'selectAll'] as const;
    items.push({ type: 'separator' }, ...roles.map((role) => ({ role })));
  }
  return items;
}

function item(
  action: Action,
  { state, platform, choose }: MenuOptions,
): MenuItemConstructorOptions {
  const isOn = state.checked[action.id];
  const key = action.keys.find((candidate) => isShown(candidate, platform));
  return {
    id: action.id,
    label: (state.labels[action.id] ?? action.title).replaceAll('&', '&&'),
    enabled: state.enabled[action.id] ?? true,
    ...(isOn === undefined ? {} : { type: 'checkbox' as const, checked: isOn }),
    // The window handles keys itself, since some mean something else in a text field.
    ...(key === undefined ? {} : { accelerator: accelerator(key), registerAccelerator: false }),
    click: () => choose(action.id),
  };
}

/** A Mac's menu takes every key that it shows, so it must not show what is typed in text fields. */
function isShown(key: string, platform: NodeJS.Platform): boolean {
  return platform !== 'darwin' || /^(?:Mod|Alt|F\d)/u.test(key);
}
