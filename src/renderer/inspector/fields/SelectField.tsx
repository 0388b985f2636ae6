import { useId } from 'react';
import { type Option, Select } from '../../ui/Select.tsx';
import styles from './AttributeField.module.css';

interface SelectFieldProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly disabled?: boolean;
  readonly title?: string;
}

/** A choice of one with its name above it. The name is the control's whole accessible name. */
export function SelectField({ label, title, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={styles.field} title={title}>
      <label htmlFor={id} className={styles.name}>
        {label}
      </label>
      <Select id={id} {...select} />
    </div>
  );
}
