import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  readonly title: string;
  /** Stands behind the title: a count, a button. */
  readonly aside?: ReactNode;
  /** Lets `focusInspector` find it. */
  readonly part?: string;
  readonly children: ReactNode;
}

/** A titled part of the inspector. */
export function Section({ title, aside, part, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id} data-part={part}>
      <header className={styles.header}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
