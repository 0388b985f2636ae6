import { runAction } from '../actions/run-action.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './NoDocument.module.css';

/** What stands in place of the text while no document is open. */
export function NoDocument() {
  const isEmpty = useSession(({ project }) => project?.documents.length === 0);
  if (!isEmpty) {
    return (
      <EmptyState icon="document" title="No document is open.">
        Choose one in the list on the left, or press <Kbd keys="Mod+PageDown" /> for the first.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="documents" title="This project has no documents yet.">
      <p>
        Drop files here, or a whole folder: text, Markdown, web pages, Word, PDF, and data of other
        programs such as brat, CoNLL, WebAnno, TEI, JSON or tables. The files stay as they are.
      </p>
      <p className={styles.ways}>
        <Button look="primary" onClick={() => runAction('documents.import')}>
          Add documents…
        </Button>
        <Button onClick={() => runAction('documents.importFolder')}>Add a folder…</Button>
      </p>
    </EmptyState>
  );
}
