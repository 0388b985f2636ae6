import styles from './Compare.module.css';
import type { Person } from './people.ts';

/** The initials of someone, in their colour. The name stands beside it, or is read out. */
export function PersonChip({ person }: { readonly person: Person }) {
  return (
    <span className={styles.chip} data-lane={person.lane} title={person.name} aria-hidden="true">
      {person.initials}
    </span>
  );
}
