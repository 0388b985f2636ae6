import { keysOf } from '../actions/action-list.ts';
import { runAction } from '../actions/run-action.ts';
import { useSession } from '../state/session.ts';
import { useSettings } from '../state/settings.ts';
import { useShell } from '../state/shell.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { AnnotatorChoice } from './AnnotatorChoice.tsx';
import { DocumentStatus } from './DocumentStatus.tsx';
import styles from './Header.module.css';
import { ProjectMenu } from './ProjectMenu.tsx';
import { ViewMenu } from './ViewMenu.tsx';

/** The line at the top: where one is, whose annotations are shown, and the way to everything else. */
export function Header() {
  const document = useSession((state) => state.document);
  const settings = useSettings();
  const history = useShell((state) => state.history);
  return (
    <header className={styles.header}>
      <IconButton
        icon="documents"
        label="Documents pane"
        keys={keysOf('view.documents')}
        pressed={settings.showDocuments}
        onClick={() => runAction('view.documents')}
      />
      <ProjectMenu />
      {document ? (
        <>
          <span className={styles.slash} aria-hidden="true">
            /
          </span>
          <h1 className={styles.document} title={document.entry.name}>
            {document.entry.name}
          </h1>
          <DocumentStatus />
        </>
      ) : null}
      <span className={styles.space} />
      <AnnotatorChoice />
      <div className={styles.buttons}>
        {document ? <ViewMenu /> : null}
        <IconButton
          icon="search"
          label="Command palette"
          keys={keysOf('view.palette')}
          onClick={() => runAction('view.palette')}
        />
        <IconButton
          icon="tag"
          label="Schema"
          keys={keysOf('schema.open')}
          onClick={() => runAction('schema.open')}
        />
        <IconButton
          icon="download"
          label="Export"
          keys={keysOf('export.open')}
          onClick={() => runAction('export.open')}
        />
        <IconButton
          icon="history"
          label="History"
          keys={keysOf('edit.history')}
          pressed={history}
          onClick={() => runAction('edit.history')}
        />
        <IconButton
          icon="inspector"
          label="Inspector"
          keys={keysOf('view.inspector')}
          pressed={settings.showInspector}
          onClick={() => runAction('view.inspector')}
        />
      </div>
    </header>
  );
}
