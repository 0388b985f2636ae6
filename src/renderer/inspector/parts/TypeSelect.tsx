import type { EntityType, RelationType } from '#core/model/schema.ts';
import { Swatch } from '../../labels/Swatch.tsx';
import { treeRows } from '../../schema/edits/tree.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './TypeSelect.module.css';

interface TypeSelectProps {
  readonly types: readonly (EntityType | RelationType)[];
  readonly shape: 'span' | 'relation';
  readonly value: string;
  readonly disabled: boolean;
  /** Types that cannot be had here, with the reason. */
  readonly refused?: ReadonlyMap<string, string>;
  readonly onValue: (type: string) => void;
}

/** The type of an annotation, changeable: a list drawn as a tree. */
export function TypeSelect(props: TypeSelectProps) {
  const { types, shape, value, disabled, refused, onValue } = props;
  const rows = treeRows(types);
  const color = types.find((type) => type.name === value)?.color ?? '#888888';
  const options = rows.map(({ item, depth }) => {
    const reason = item.name === value ? undefined : refused?.get(item.name);
    const name = `${'\u2003'.repeat(depth)}${item.name}`;
    return {
      value: item.name,
      label: reason === undefined ? name : `${name} – ${reason}`,
      disabled: reason !== undefined,
    };
  });
  const isKnown = types.some((type) => type.name === value);
  const strange = { value, label: `${value} (not in the schema)`, disabled: true };
  return (
    <div className={styles.type}>
      <Swatch color={color} shape={shape} />
      <Select
        label="Type"
        className={styles.select ?? ''}
        options={isKnown ? options : [strange, ...options]}
        value={value}
        disabled={disabled}
        onValue={onValue}
      />
    </div>
  );
}
