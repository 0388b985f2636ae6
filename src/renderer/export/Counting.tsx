import { cancelJob } from '../state/jobs.ts';
import { useShell } from '../state/shell.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ExportDialog.module.css';
import { PREVIEW_JOB } from './use-preview.ts';

/** The title of the report, with how far counting is and a way to stop it. Always one line high. */
export function Counting({ isCounting }: { readonly isCounting: boolean }) {
  const job = useShell(({ jobs }) => jobs.findLast(({ id }) => id.startsWith(PREVIEW_JOB)));
  return (
    <div className={styles.counting}>
      <h3 className={styles.pickTitle}>What will be written</h3>
      {isCounting ? (
        <>
          <span className={styles.soft}>Counting…</span>
          {job && job.total > 0 ? (
            <progress aria-label="Counting" max={job.total} value={job.done} />
          ) : null}
          {job ? (
            <Button look="link" onClick={() => cancelJob(job.id)}>
              Stop
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
