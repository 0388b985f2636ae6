import { plural } from '../inspector/words.ts';
import { call } from '../state/client.ts';
import { cancelJob } from '../state/jobs.ts';
import { useShell } from '../state/shell.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './ExportDialog.module.css';
import type { Outcome } from './write-export.ts';

interface ExportFooterProps {
  readonly outcome: Outcome | null;
  readonly isWriting: boolean;
  readonly isReady: boolean;
  readonly onStart: () => void;
  readonly onOverwrite: (target: string) => void;
  readonly onDismiss: () => void;
  readonly onClose: () => void;
}

/** The way out of the dialog: to write, and what came of it. */
export function ExportFooter(props: ExportFooterProps) {
  const { outcome, isWriting, isReady, onStart, onOverwrite, onDismiss, onClose } = props;
  if (outcome?.state === 'exists') {
    return (
      <footer className={styles.footer}>
        <p className={styles.said} role="alert">
          {outcome.message} Replace what is there?
        </p>
        <Button onClick={onDismiss}>Keep it</Button>
        <Button look="danger" onClick={() => onOverwrite(outcome.target)}>
          Replace
        </Button>
      </footer>
    );
  }
  return (
    <footer className={styles.footer}>
      <Said outcome={outcome} isWriting={isWriting} />
      <Button onClick={onClose}>{outcome?.state === 'done' ? 'Done' : 'Close'}</Button>
      <Button look="primary" disabled={!isReady || isWriting} onClick={onStart}>
        Export…
      </Button>
    </footer>
  );
}

type SaidProps = Pick<ExportFooterProps, 'outcome' | 'isWriting'>;

function Said({ outcome, isWriting }: SaidProps) {
  const job = useShell(({ jobs }) => jobs.findLast(({ id }) => id.startsWith('export')));
  if (isWriting) {
    const { id, done, total } = job ?? { id: '', done: 0, total: 0 };
    return (
      <p className={styles.said} role="status">
        Exporting… {total > 0 ? <progress aria-label="Exporting" max={total} value={done} /> : null}{' '}
        {id === '' ? null : (
          <Button look="link" onClick={() => cancelJob(id)}>
            Stop
          </Button>
        )}
      </p>
    );
  }
  if (outcome?.state === 'failed') {
    return (
      <p className={styles.said} data-kind="error" role="alert">
        {outcome.message}
      </p>
    );
  }
  if (outcome?.state !== 'done') return <span className={styles.said} />;
  const { files, spans, relations, leftOut } = outcome.summary;
  const count = files.length - (leftOut ? 1 : 0);
  const [first] = files;
  return (
    <p className={styles.said} role="status">
      <Icon name="check" className={styles.check} />
      Wrote {plural(spans, 'span')} and {plural(relations, 'relation')} to{' '}
      {count === 1 ? (first?.split(/[\\/]/u).at(-1) ?? '') : plural(count, 'file')}
      {leftOut ? ', and what is left out beside it' : ''}.{' '}
      {first === undefined ? null : (
        <Button look="link" onClick={() => void call('app.reveal', { path: first })}>
          Show in folder
        </Button>
      )}
    </p>
  );
}
