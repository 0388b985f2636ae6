import type { DocumentId } from '#core/model/ids.ts';
import { momentTitle } from '../history/history-rows.ts';
import { call } from '../state/client.ts';
import { say } from '../state/messages.ts';
import { refreshProject } from '../state/project.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './TrashDialog.module.css';

interface TrashDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Removed documents, and the way back. Their files are kept with all annotations. */
export function TrashDialog({ open, onOpenChange }: TrashDialogProps) {
  const project = useSession((state) => state.project);
  const trash = project?.trash ?? [];
  const isReadOnly = project?.readOnly !== null;
  const nameOf = (id: string) => project?.annotators.find((a) => a.id === id)?.name ?? id;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Trash"
      description="Removed documents keep their text and all annotations, and can be restored at any time."
      footer={
        trash.length > 1 ? (
          <Button
            disabled={isReadOnly}
            onClick={() => void restore(trash.map((item) => item.document.id))}
          >
            Restore all {trash.length}
          </Button>
        ) : undefined
      }
    >
      {trash.length === 0 ? (
        <EmptyState icon="trash" title="The trash is empty">
          Documents that are removed from the project come here; nothing is deleted.
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label="Removed documents">
          {[...trash].reverse().map(({ document, at, by }) => (
            <li key={document.id} className={styles.item}>
              <div className={styles.words}>
                <span className={styles.name}>{document.name}</span>
                <span className={styles.when}>
                  {momentTitle(at)}, {nameOf(by)}
                </span>
              </div>
              <Button
                disabled={isReadOnly}
                aria-label={`Restore ${document.name}`}
                onClick={() => void restore([document.id])}
              >
                Restore
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

async function restore(documentIds: readonly DocumentId[]) {
  const done = await call('documents.restore', { documentIds });
  if (done.ok) await refreshProject();
  else say('error', done.error.message);
}
