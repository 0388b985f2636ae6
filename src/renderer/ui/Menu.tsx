import { ContextMenu, DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

/** One line of a menu. */
export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  readonly icon?: IconName;
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  /** For choices: whether it is the one that holds. */
  readonly checked?: boolean;
  readonly danger?: boolean;
}

export type MenuEntry = MenuItem | 'line';

interface MenuProps {
  readonly items: readonly MenuEntry[];
  /** What opens it: one element that takes a ref. */
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
}

const content = (item: MenuItem) => (
  <>
    <span className={styles.sign}>
      {item.checked ? <Icon name="check" size={14} /> : null}
      {item.icon && item.checked === undefined ? <Icon name={item.icon} size={14} /> : null}
    </span>
    <span className={styles.label}>{item.label}</span>
    {item.keys === undefined ? null : <Kbd keys={item.keys} />}
  </>
);

const lineKey = (before: MenuEntry | undefined) =>
  `line after ${before === 'line' || !before ? 'nothing' : before.label}`;

const rows = (items: readonly MenuEntry[], Kind: typeof DropdownMenu | typeof ContextMenu) =>
  items.map((item, i) => {
    if (item === 'line')
      return <Kind.Separator key={lineKey(items[i - 1])} className={styles.line} />;
    const props = {
      className: classNames(styles.item, item.danger && styles.danger),
      disabled: item.disabled ?? false,
      onSelect: item.run,
    };
    if (item.checked === undefined)
      return (
        <Kind.Item key={item.label} {...props}>
          {content(item)}
        </Kind.Item>
      );
    return (
      <Kind.CheckboxItem key={item.label} {...props} checked={item.checked}>
        {content(item)}
      </Kind.CheckboxItem>
    );
  });

interface MenuRowsProps {
  readonly items: readonly MenuEntry[];
  readonly align?: 'start' | 'end';
  /** Called when the menu is closed, in place of giving the focus back to what opened it. */
  readonly onCloseAutoFocus?: () => void;
}

/** The lines of a menu, for a `DropdownMenu.Root` that opens in a way of its own. */
export function MenuRows({ items, align = 'start', onCloseAutoFocus }: MenuRowsProps) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        className={styles.menu}
        align={align}
        sideOffset={4}
        collisionPadding={8}
        loop
        onCloseAutoFocus={(event) => {
          if (!onCloseAutoFocus) return;
          event.preventDefault();
          onCloseAutoFocus();
        }}
      >
        {rows(items, DropdownMenu)}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  );
}

/** A menu that a button opens. */
export function Menu({ items, children, align = 'start' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <MenuRows items={items} align={align} />
    </DropdownMenu.Root>
  );
}

interface RightClickMenuProps {
  /** Asked for when the menu opens. */
  readonly items: () => readonly MenuEntry[];
  readonly children: ReactNode;
}

/** A menu that opens at the pointer, by right click, or by the menu key. */
export function RightClickMenu({ items, children }: RightClickMenuProps) {
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className={styles.menu} collisionPadding={8} loop>
          <Late items={items} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

/** Drawn only while the menu is open. */
const Late = ({ items }: { readonly items: () => readonly MenuEntry[] }) =>
  rows(items(), ContextMenu);
