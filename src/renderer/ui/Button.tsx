import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` for the one thing to do, `danger` for what deletes, `link` inside a sentence. */
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet' | 'link';
}

/** A button with words. */
export function Button({ look = 'plain', className, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      className={classNames(styles.button, styles[look], className)}
    />
  );
}
