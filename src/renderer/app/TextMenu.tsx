import { DropdownMenu } from 'radix-ui';
import type { ActionId } from '#api/actions.ts';
import { actionItem } from '../actions/action-item.ts';
import { useSession } from '../state/session.ts';
import { textView } from '../state/text-handle.ts';
import { type MenuEntry, MenuRows } from '../ui/Menu.tsx';
import { closeTextMenu, useTextMenu } from './text-menu.ts';

const ON_WORDS: readonly (ActionId | 'line')[] = [
  'annotate.repeat',
  'annotate.pickType',
  'annotate.addRange',
  'line',
  'edit.copyQuote',
  'edit.find',
];
const ON_SPAN: readonly (ActionId | 'line')[] = [
  'annotate.pickType',
  'annotate.relate',
  'annotate.otherEnd',
  'line',
  'annotate.edges',
  'annotate.attributes',
  'annotate.note',
  'edit.copyQuote',
  'line',
  'annotate.delete',
];
const ON_RELATION: readonly (ActionId | 'line')[] = [
  'annotate.reverse',
  'annotate.otherEnd',
  'annotate.bothEnds',
  'line',
  'annotate.attributes',
  'annotate.note',
  'line',
  'annotate.delete',
];

/** What can be done with what is under the pointer in the text. */
export function TextMenu() {
  const { open } = useTextMenu();
  const session = useSession();
  if (!open) return null;
  const { at, ref } = open;
  const ids = !ref ? ON_WORDS : ref.kind === 'span' ? ON_SPAN : ON_RELATION;
  const items = ids.map((id): MenuEntry => (id === 'line' ? 'line' : actionItem(session, id)));
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && closeTextMenu()}>
      <DropdownMenu.Trigger asChild>
        <span style={{ position: 'fixed', left: at.x, top: at.y }} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <MenuRows items={items} onCloseAutoFocus={() => textView()?.focus()} />
    </DropdownMenu.Root>
  );
}
