import styles from '../Agreement.module.css';

interface IntervalBarProps {
  /** 0 to 1; values below 0 are drawn at 0. `null`: not defined. */
  readonly value: number | null;
  readonly interval: { readonly lower: number | null; readonly upper: number | null } | null;
}

const WIDTH = 160;
const HEIGHT = 14;

const at = (value: number) => Math.max(0, Math.min(1, value)) * WIDTH;

/** A figure between 0 and 1 as a bar, with its interval as a line. What it says stands beside it in numbers. */
export function IntervalBar({ value, interval }: IntervalBarProps) {
  const { lower, upper } = interval ?? { lower: null, upper: null };
  const middle = HEIGHT / 2;
  return (
    <svg className={styles.bar} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect className={styles.barGround} width={WIDTH} height={HEIGHT} rx={2} />
      {value === null ? null : (
        <rect className={styles.barValue} width={at(value)} height={HEIGHT} rx={2} />
      )}
      {lower === null || upper === null ? null : (
        <path
          className={styles.barInterval}
          d={`M${at(lower)} ${middle}H${at(upper)}M${at(lower)} 3v${HEIGHT - 6}M${at(upper)} 3v${HEIGHT - 6}`}
        />
      )}
    </svg>
  );
}
