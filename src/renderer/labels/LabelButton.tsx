import { memo } from 'react';
import type { EntityType } from '#core/model/schema.ts';
import type { TypeLook } from '../text/looks.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import { Guideline } from './Guideline.tsx';
import styles from './LabelBar.module.css';
import { Swatch } from './Swatch.tsx';

interface LabelButtonProps {
  readonly type: EntityType;
  /** 0 at the top of the tree. */
  readonly depth: number;
  /** The one that Tab reaches. */
  readonly isFirst: boolean;
  readonly isArmed: boolean;
  /** It is the type of the selected span. */
  readonly isCurrent: boolean;
  /** How its spans are shown, where not as usual. */
  readonly look: TypeLook | undefined;
  readonly disabled: boolean;
  readonly onUse: (type: string) => void;
}

/** One label of the bar: colour, name, key; its guideline on hover. Not drawn anew at each edit. */
export const LabelButton = memo(function LabelButton(props: LabelButtonProps) {
  const { type, depth, isFirst, isArmed, isCurrent, look, disabled, onUse } = props;
  return (
    <Tooltip text={<Guideline type={type} arms />}>
      <button
        type="button"
        className={styles.label}
        style={{ '--swatch': type.color }}
        data-depth={Math.min(depth, 3)}
        data-current={isCurrent}
        data-look={look}
        data-type={type.name}
        tabIndex={isFirst ? 0 : -1}
        aria-pressed={isArmed}
        aria-keyshortcuts={type.key ?? undefined}
        aria-label={type.name}
        disabled={disabled}
        onClick={() => onUse(type.name)}
      >
        {depth > 0 ? (
          <span className={styles.below} aria-hidden="true">
            ›
          </span>
        ) : null}
        <Swatch color={type.color} />
        <span className={styles.name}>{type.name}</span>
        {type.key === null ? null : <kbd className={styles.key}>{type.key}</kbd>}
      </button>
    </Tooltip>
  );
});
