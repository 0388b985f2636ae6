import type { Status } from '#core/model/document-status.ts';
import styles from './StatusIcon.module.css';
import { STATUS_NAMES } from './status-names.ts';

const SIGNS: Readonly<Record<Status, string>> = {
  new: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3',
  'in-progress': 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3M8 3v10a5 5 0 0 0 0-10',
  done: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3M5.6 8.2l1.7 1.7 3.2-3.6',
  'needs-review': 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3M8 5.5v3M8 10.5v.1',
  skipped: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3M5.5 8h5',
};

/** The sign of a status: told apart by its shape, not by its colour alone. */
export function StatusIcon({ status }: { readonly status: Status }) {
  return (
    <svg
      className={styles.icon}
      data-status={status}
      width={16}
      height={16}
      viewBox="0 0 16 16"
      role="img"
      aria-label={STATUS_NAMES[status]}
    >
      <path d={SIGNS[status]} />
    </svg>
  );
}
