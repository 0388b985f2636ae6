import { useSession } from '../state/session.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { momentTitle } from './history-rows.ts';
import styles from './ViewingBanner.module.css';
import { backToNow, canRestore, restoreViewed } from './viewing.ts';

/**
 * Shown above the text while an earlier state is looked at: when that was, restore, back to now.
 * Reads the session's `viewing`; draws nothing while that is `null`.
 */
export function ViewingBanner() {
  const viewing = useSession((state) => state.viewing);
  if (!viewing) return null;
  return (
    <div className={styles.banner} role="status">
      <Icon name="history" />
      <p className={styles.words}>
        As it was on <strong>{momentTitle(viewing.line.at)}</strong>, after “{viewing.line.label}”
      </p>
      {canRestore() ? <Button onClick={() => void restoreViewed()}>Restore</Button> : null}
      <Button onClick={backToNow}>Back to now</Button>
    </div>
  );
}
