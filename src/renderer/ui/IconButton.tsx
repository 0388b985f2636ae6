import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: IconName;
  /** What it does: its accessible name and tooltip. */
  readonly label: string;
  /** Keys shown in the tooltip, as in `Mod+B`. */
  readonly keys?: string | undefined;
  /** For buttons that stay pressed. */
  readonly pressed?: boolean;
}

/** A button that is only a sign; its words are in the tooltip. */
export function IconButton({ icon, label, keys, pressed, className, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...props}
        className={classNames(styles.button, className)}
      >
        <Icon name={icon} />
      </button>
    </Tooltip>
  );
}
