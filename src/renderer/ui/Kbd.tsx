import { classNames } from './class-names.ts';
import styles from './Kbd.module.css';
import { keyNames } from './keys.ts';

interface KbdProps {
  /** As in `Mod+Shift+Z`. */
  readonly keys: string;
  readonly className?: string | undefined;
}

/** Keys, as caps. */
export function Kbd({ keys, className }: KbdProps) {
  return (
    <kbd className={classNames(styles.keys, className)}>
      {keyNames(keys).map((name) => (
        <span key={name} className={styles.key}>
          {name}
        </span>
      ))}
    </kbd>
  );
}
