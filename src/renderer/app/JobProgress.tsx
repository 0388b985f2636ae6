import { cancelJob } from '../state/jobs.ts';
import { useShell } from '../state/shell.ts';
import { Button } from '../ui/Button.tsx';
import { useDelayed } from '../ui/use-delayed.ts';
import styles from './StatusLine.module.css';

/** How far the long work is that runs at the moment, and a way to stop it. */
export function JobProgress() {
  const job = useShell(({ jobs }) => jobs.at(-1));
  const isSlow = useDelayed(job !== undefined, 300);
  if (!(job && isSlow)) return null;
  return (
    <span className={styles.job} role="status">
      <span className={styles.jobText}>{job.text || job.title}</span>
      <progress
        aria-label={job.title}
        {...(job.total > 0 && { max: job.total, value: job.done })}
      />
      {job.total > 0 ? `${job.done.toLocaleString('en')} of ${job.total.toLocaleString('en')}` : ''}
      <Button look="link" onClick={() => cancelJob(job.id)}>
        Cancel
      </Button>
    </span>
  );
}
