import { actionItem } from '../actions/action-item.ts';
import { useSession } from '../state/session.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { openListed } from './document-actions.ts';
import { useList } from './list-state.ts';

/** What can be done with the documents chosen in the list. */
export function contextItems(): readonly MenuEntry[] {
  const session = useSession.getState();
  const { active } = useList.getState();
  const item = (id: Parameters<typeof actionItem>[1]) => actionItem(session, id);
  return [
    { label: 'Open', keys: 'Enter', run: () => active && void openListed(active) },
    item('document.rename'),
    'line',
    item('document.new'),
    item('document.inProgress'),
    item('document.done'),
    item('document.needsReview'),
    item('document.skip'),
    'line',
    { ...item('document.remove'), keys: 'Delete', danger: true },
  ];
}
