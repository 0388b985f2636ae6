import { actionItem } from '../actions/action-item.ts';
import { canEdit } from '../actions/binding.ts';
import { StatusIcon } from '../documents/StatusIcon.tsx';
import { STATUS_NAMES } from '../documents/status-names.ts';
import { useSession } from '../state/session.ts';
import { Menu } from '../ui/Menu.tsx';
import styles from './Header.module.css';

/** How far the annotator is with the open document, and the choice of another status. */
export function DocumentStatus() {
  const session = useSession();
  if (!session.document) return null;
  const { status } = session.document.index.status();
  const items = [
    actionItem(session, 'document.new'),
    actionItem(session, 'document.inProgress'),
    actionItem(session, 'document.done'),
    actionItem(session, 'document.needsReview'),
    actionItem(session, 'document.skip'),
  ];
  return (
    <Menu items={items}>
      <button
        type="button"
        className={styles.status}
        disabled={!canEdit(session)}
        aria-label={`Status: ${STATUS_NAMES[status]}`}
      >
        <StatusIcon status={status} />
        {STATUS_NAMES[status]}
      </button>
    </Menu>
  );
}
