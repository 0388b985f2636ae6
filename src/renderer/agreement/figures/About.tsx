import type { Definition } from '#core/agreement/definitions.ts';
import styles from '../Agreement.module.css';

/** What a measure is and where it is defined, to unfold on the spot. */
export function About({ definition }: { readonly definition: Definition }) {
  return (
    <details className={styles.about}>
      <summary>What is {definition.name}?</summary>
      <p>{definition.meaning}</p>
      <p className={styles.soft}>{definition.source}</p>
    </details>
  );
}
