import { call } from '../state/client.ts';
import { say } from '../state/messages.ts';
import { useSession } from '../state/session.ts';
import { retryWrites, unsaved } from '../state/sets.ts';
import { Button } from '../ui/Button.tsx';
import { useDelayed } from '../ui/use-delayed.ts';
import styles from './StatusLine.module.css';

/** Puts what is not on disk on the clipboard, as JSON, so that it can be kept elsewhere. */
export async function copyUnsaved() {
  const text = JSON.stringify(unsaved(), null, 2);
  const copied = await call('app.copy', { text });
  if (copied.ok) say('info', 'Copied. Paste it into a text file to keep it.');
  else say('error', copied.error.message);
}

/** Whether everything is on disk; where it cannot be, why, and what to do. */
export function SaveState() {
  const saving = useSession((state) => state.saving);
  const hasDocument = useSession(({ document }) => document !== null);
  // Writing takes a few milliseconds: only when it takes longer is it worth saying.
  const isSlow = useDelayed(saving === 'saving', 300);
  if (typeof saving === 'object') {
    return (
      <span className={styles.save} data-state="failed" role="alert">
        <span className={styles.reason} title={saving.failed}>
          Not saved: {saving.failed}
        </span>
        <Button look="link" onClick={retryWrites}>
          Try again
        </Button>
        <Button look="link" onClick={() => void copyUnsaved()}>
          Copy what is not saved
        </Button>
      </span>
    );
  }
  if (!hasDocument) return null;
  return (
    <span className={styles.save} data-state={saving}>
      {isSlow ? 'Saving…' : saving === 'saved' ? 'Saved' : ' '}
    </span>
  );
}
