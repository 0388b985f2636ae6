import { classNames } from './class-names.ts';
import styles from './Toggle.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface ToggleProps<Value extends string> {
  /** Accessible name of the group. */
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onValue: (value: Value) => void;
  readonly className?: string | undefined;
}

/** One of a few, side by side: a radio group drawn as one bar. */
export function Toggle<Value extends string>(props: ToggleProps<Value>) {
  const { label, choices, value, onValue, className } = props;
  return (
    <fieldset className={classNames(styles.group, className)}>
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice} data-checked={choice.value === value}>
          <input
            className="visually-hidden"
            type="radio"
            name={label}
            checked={choice.value === value}
            onChange={() => onValue(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
