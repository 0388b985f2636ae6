import { useEffect, useState } from 'react';
import type { FormatInfo } from '#api/calls/exports.ts';
import { call } from '../state/client.ts';
import { useSession } from '../state/session.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './ExportDialog.module.css';
import { ExportForm } from './ExportForm.tsx';
import type { Outcome } from './write-export.ts';

interface ExportDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Writes the annotations out: format, choice, what will be lost, target. */
export function ExportDialog({ open, onOpenChange }: ExportDialogProps) {
  const project = useSession((state) => state.project);
  const [formats, setFormats] = useState<readonly FormatInfo[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    void call('export.formats', null).then((answer) => {
      if (answer.ok) setFormats(answer.value);
      else setError(answer.error.message);
    });
  }, []);
  const [first] = formats;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Export"
      size="full"
      bare
      className={styles.dialog ?? ''}
      onEscape={() => {
        // At the question whether to replace files it means: keep them.
        const isAsking = outcome?.state === 'exists';
        if (isAsking) setOutcome(null);
        return isAsking;
      }}
    >
      {error === null ? null : <p role="alert">{error}</p>}
      {project && first ? (
        <ExportForm
          project={project}
          formats={formats}
          first={first}
          outcome={outcome}
          onOutcome={setOutcome}
          onClose={() => onOpenChange(false)}
        />
      ) : null}
    </Dialog>
  );
}
