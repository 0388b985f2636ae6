import { STATUSES } from '#core/model/document-status.ts';
import { canChangeProject } from '../actions/binding.ts';
import { countDocuments } from '../state/import.ts';
import { useSession } from '../state/session.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { markDocuments, openListed, removeDocuments, renameDocument } from './document-actions.ts';
import { documentsChosen, listedRows } from './list-state.ts';
import { STATUS_NAMES } from './status-names.ts';

/** What can be done with the documents chosen in the list. */
export function contextItems(): readonly MenuEntry[] {
  const ids = documentsChosen();
  const [first] = ids;
  if (first === undefined) return [];
  const isOne = ids.length === 1;
  const disabled = !canChangeProject(useSession.getState());
  const status = listedRows().find(({ entry }) => entry.id === first)?.status;
  return [
    { label: 'Open', keys: 'Enter', disabled: !isOne, run: () => void openListed(first) },
    {
      label: 'Rename…',
      keys: 'F2',
      disabled: disabled || !isOne,
      run: () => renameDocument(first),
    },
    'line',
    ...STATUSES.map((each) => ({
      label: STATUS_NAMES[each],
      checked: isOne && each === status,
      disabled,
      run: () => void markDocuments(ids, each),
    })),
    'line',
    {
      label: `Move ${isOne ? 'document' : countDocuments(ids.length)} to the trash`,
      keys: 'Delete',
      danger: true,
      disabled,
      run: () => void removeDocuments(ids),
    },
  ];
}
