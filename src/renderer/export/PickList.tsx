import { type ReactNode, useId, useState } from 'react';
import { Checkbox } from '../ui/Checkbox.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './ExportDialog.module.css';

interface Item {
  readonly value: string;
  readonly label: string;
  /** Stands in front of the name. */
  readonly sign?: ReactNode;
}

interface PickListProps {
  readonly title: string;
  /** `types`, `annotators`: for “All types”. */
  readonly noun: string;
  readonly items: readonly Item[];
  /** `null`: all. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChosen: (chosen: ReadonlySet<string> | null) => void;
}

/** Items from which a list needs a filter; and how many are drawn at once. */
const MANY = 12;
const DRAWN = 300;

/** Some of a list, or all of it: all means also what is not in the list yet. */
export function PickList({ title, noun, items, chosen, onChosen }: PickListProps) {
  const [filter, setFilter] = useState('');
  const id = useId();
  const needle = filter.trim().toLowerCase();
  const fitting = items.filter((item) => item.label.toLowerCase().includes(needle));
  const toggle = (value: string, isChosen: boolean) => {
    const next = new Set(chosen ?? items.map((item) => item.value));
    if (isChosen) next.add(value);
    else next.delete(value);
    onChosen(next.size === items.length ? null : next);
  };
  const count = chosen?.size ?? items.length;
  return (
    <section className={styles.pick} aria-labelledby={id}>
      <h3 id={id} className={styles.pickTitle}>
        {title}
      </h3>
      <Checkbox
        checked={chosen === null}
        mixed={chosen !== null && count > 0}
        onChecked={(isAll) => onChosen(isAll ? null : new Set())}
      >
        All {noun}
        {chosen === null ? '' : ` (${count} of ${items.length})`}
      </Checkbox>
      {items.length > MANY ? (
        <TextField
          type="search"
          label={`Filter ${noun}`}
          labelHidden
          placeholder="Filter"
          value={filter}
          onValue={setFilter}
        />
      ) : null}
      <div className={styles.pickItems}>
        {fitting.slice(0, DRAWN).map((item) => (
          <Checkbox
            key={item.value}
            checked={chosen?.has(item.value) ?? true}
            onChecked={(isChosen) => toggle(item.value, isChosen)}
          >
            {item.sign}
            <span className={styles.pickName}>{item.label}</span>
          </Checkbox>
        ))}
        {fitting.length > DRAWN ? (
          <p className={styles.soft}>Filter to see the other {fitting.length - DRAWN}.</p>
        ) : null}
      </div>
    </section>
  );
}
