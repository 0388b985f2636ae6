import type { ComponentProps, ReactNode } from 'react';
import styles from './Checkbox.module.css';
import { classNames } from './class-names.ts';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'onChange' | 'checked' | 'children'> {
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
  /** Neither yes nor no, such as when only some of many are ticked. */
  readonly mixed?: boolean;
  readonly children: ReactNode;
}

/** Yes or no, with its words. */
export function Checkbox(props: CheckboxProps) {
  const { checked, onChecked, mixed = false, children, className, ...input } = props;
  return (
    <label className={classNames(styles.label, className)}>
      <input
        type="checkbox"
        {...input}
        className={styles.box}
        checked={checked}
        ref={(element) => {
          if (element) element.indeterminate = mixed;
        }}
        onChange={(event) => onChecked(event.target.checked)}
      />
      {children}
    </label>
  );
}
