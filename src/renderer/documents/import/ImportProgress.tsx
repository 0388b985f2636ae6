import { cancelJob } from '../../state/jobs.ts';
import { useShell } from '../../state/shell.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ImportDialog.module.css';

/** How far the reading or the import is, with a way to stop it. */
export function ImportProgress() {
  const job = useShell(({ jobs }) => jobs.at(-1));
  if (!job) return null;
  const { id, title, text, done, total } = job;
  return (
    <div className={styles.progress} role="status">
      <span className={styles.doing} title={text}>
        {title}…{total > 0 ? ` ${done.toLocaleString('en')} of ${total.toLocaleString('en')}` : ''}
      </span>
      <progress aria-label={title} {...(total > 0 && { max: total, value: done })} />
      <Button look="link" onClick={() => cancelJob(id)}>
        Stop
      </Button>
    </div>
  );
}
