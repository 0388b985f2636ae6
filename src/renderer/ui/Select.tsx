import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange' | 'children'> {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Accessible name, where no `<label>` surrounds it. */
  readonly label?: string;
}

/** A choice of one, by the system's own list: it works with every keyboard and screen reader. */
export function Select({ options, value, onValue, label, className, ...props }: SelectProps) {
  return (
    <select
      aria-label={label}
      {...props}
      className={classNames(styles.field, styles.select, className)}
      value={value}
      onChange={(event) => onValue(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
