import { type ReactNode, useRef } from 'react';
import { dimOtherTypes, setTypeLook, showAllTypes, useTypeLooks } from '../state/type-looks.ts';
import { type MenuEntry, RightClickMenu } from '../ui/Menu.tsx';

interface LabelMenuProps {
  /** The bar: one element. Its labels carry their name as `data-type`. */
  readonly children: ReactNode;
}

/** The menu of a label: how its spans are shown in the text. */
export function LabelMenu({ children }: LabelMenuProps) {
  const type = useRef<string | undefined>(undefined);
  const items = (): readonly MenuEntry[] => {
    const { types } = useTypeLooks.getState();
    const all = { label: 'Show all types', run: showAllTypes, disabled: types.size === 0 };
    const name = type.current;
    if (name === undefined) return [all];
    const look = types.get(name);
    return [
      {
        label: `Hide ${name}`,
        run: () => setTypeLook(name, look === 'hidden' ? null : 'hidden'),
        checked: look === 'hidden',
      },
      {
        label: `Dim ${name}`,
        run: () => setTypeLook(name, look === 'dimmed' ? null : 'dimmed'),
        checked: look === 'dimmed',
      },
      { label: 'Dim all other types', run: () => dimOtherTypes(name) },
      'line',
      all,
    ];
  };
  return (
    <div
      style={{ display: 'contents' }}
      onContextMenuCapture={({ target }) => {
        const label = target instanceof Element ? target.closest<HTMLElement>('[data-type]') : null;
        type.current = label?.dataset['type'];
      }}
    >
      <RightClickMenu items={items}>{children}</RightClickMenu>
    </div>
  );
}
