import { Popover } from 'radix-ui';
import type { EntityType } from '#core/model/schema.ts';
import { Swatch } from '../../labels/Swatch.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { treeRows } from '../edits/tree.ts';
import styles from './fields.module.css';

interface EndsFieldProps {
  /** `Starts from`, `Leads to`. */
  readonly label: string;
  readonly types: readonly EntityType[];
  /** Names; empty means any. */
  readonly value: readonly string[];
  readonly onEnds: (names: readonly string[]) => void;
}

/** The entity types that a relation may start from or lead to. */
export function EndsField({ label, types, value, onEnds }: EndsFieldProps) {
  const rows = treeRows(types);
  const inOrder = (names: ReadonlySet<string>) =>
    rows.map((row) => row.item.name).filter((name) => names.has(name));
  const toggle = (name: string, isChosen: boolean) => {
    const names = new Set(value);
    if (isChosen) names.add(name);
    else names.delete(name);
    onEnds(inOrder(names));
  };
  const words = value.length === 0 ? 'Any type' : value.join(', ');
  return (
    <div className={styles.ends}>
      <span className={styles.legend}>{label}</span>
      <Popover.Root>
        <Popover.Trigger asChild>
          <Button className={styles.endsButton} aria-label={`${label}: ${words}`}>
            <span className={styles.endsWords}>{words}</span>
            <Icon name="chevronDown" size={14} />
          </Button>
        </Popover.Trigger>
        {/* Not in a portal: the dialog around it keeps the focus inside itself. */}
        <Popover.Content className={styles.popup} align="start" sideOffset={4} aria-label={label}>
          <p className={styles.hint}>Subtypes of what is ticked count, too.</p>
          <div className={styles.choices}>
            <Checkbox checked={value.length === 0} onChecked={() => onEnds([])}>
              Any type
            </Checkbox>
            {rows.map(({ item, depth }) => (
              <Checkbox
                key={item.name}
                checked={value.includes(item.name)}
                onChecked={(isChosen) => toggle(item.name, isChosen)}
              >
                <span style={{ paddingLeft: depth * 14 }}>
                  <Swatch color={item.color} /> {item.name}
                </span>
              </Checkbox>
            ))}
          </div>
        </Popover.Content>
      </Popover.Root>
    </div>
  );
}
