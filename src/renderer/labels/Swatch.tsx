import styles from './Swatch.module.css';

interface SwatchProps {
  /** `#rrggbb`. */
  readonly color: string;
  readonly shape?: 'span' | 'relation';
}

/** The colour of a type, as a small sign: a block for spans, a line for relations. */
export function Swatch({ color, shape = 'span' }: SwatchProps) {
  return (
    <span
      className={styles.swatch}
      data-shape={shape}
      style={{ '--swatch': color }}
      aria-hidden="true"
    />
  );
}
