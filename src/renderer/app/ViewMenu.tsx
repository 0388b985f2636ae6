import type { ActionId } from '#api/actions.ts';
import { actionItem } from '../actions/action-item.ts';
import { useSession } from '../state/session.ts';
import { useTypeLooks } from '../state/type-looks.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';

const LINES: readonly (ActionId | 'line')[] = [
  'view.chipsFull',
  'view.chipsShort',
  'view.chipsNone',
  'line',
  'view.relationsVisible',
  'view.relationsSelected',
  'view.relationsNone',
  'line',
  'view.dimOthers',
  'view.hideType',
  'view.showTypes',
  'line',
  'view.invisibles',
  'view.wrap',
  'view.lineNumbers',
  'view.sentenceNumbers',
  'view.map',
  'line',
  'view.outline',
];

/** How the text is shown. */
export function ViewMenu() {
  const session = useSession();
  useTypeLooks();
  const items = LINES.map((id): MenuEntry => (id === 'line' ? 'line' : actionItem(session, id)));
  return (
    <Menu items={items} align="end">
      <IconButton icon="eye" label="How the text is shown" />
    </Menu>
  );
}
