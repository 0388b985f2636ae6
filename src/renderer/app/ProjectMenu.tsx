import { actionItem } from '../actions/action-item.ts';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import styles from './Header.module.css';

/** The project's name, which opens what can be done with the project. */
export function ProjectMenu() {
  const session = useSession();
  const items = [
    actionItem(session, 'documents.import', 'add'),
    actionItem(session, 'documents.importFolder', 'folder'),
    actionItem(session, 'documents.importData', 'upload'),
    'line' as const,
    actionItem(session, 'schema.open', 'tag'),
    actionItem(session, 'compare.open', 'people'),
    actionItem(session, 'agreement.open', 'check'),
    actionItem(session, 'export.open', 'download'),
    actionItem(session, 'figure.export'),
    actionItem(session, 'document.trash', 'trash'),
    'line' as const,
    actionItem(session, 'project.open'),
    actionItem(session, 'project.fromDocuments'),
    actionItem(session, 'project.rename'),
    actionItem(session, 'project.reveal'),
    actionItem(session, 'project.close'),
    'line' as const,
    actionItem(session, 'app.identity', 'person'),
    actionItem(session, 'view.settings', 'settings'),
    actionItem(session, 'help.keys', 'keyboard'),
  ];
  return (
    <Menu items={items}>
      <button type="button" className={styles.project} title={session.project?.path}>
        <span className={styles.name}>{session.project?.name}</span>
        <Icon name="chevronDown" size={14} />
      </button>
    </Menu>
  );
}
