import type { FormatInfo } from '#api/calls/exports.ts';
import { SelectField } from '../inspector/fields/SelectField.tsx';
import styles from './ExportDialog.module.css';

interface FormatFieldsProps {
  readonly format: FormatInfo;
  readonly options: Readonly<Record<string, string>>;
  readonly onOption: (id: string, value: string) => void;
}

const UNITS: Readonly<Record<FormatInfo['unit'], string>> = {
  'code points': 'Offsets count Unicode code points, as in Python.',
  'UTF-16 code units': 'Offsets count UTF-16 code units, as in Java and JavaScript.',
  tokens: 'It counts tokens, not characters.',
  chosen: 'What offsets count is a choice below.',
  none: 'It has no offsets: annotations enclose their words.',
};

/** What the format is, and its options. */
export function FormatFields({ format, options, onOption }: FormatFieldsProps) {
  return (
    <section className={styles.section} aria-label={format.name}>
      <h3 className={styles.formatName}>{format.name}</h3>
      <p className={styles.soft}>{format.description}</p>
      <dl className={styles.facts}>
        <dt>Versions</dt>
        <dd>{format.versions}</dd>
        <dt>Offsets</dt>
        <dd>{UNITS[format.unit]}</dd>
      </dl>
      {format.options.map((option) => (
        <SelectField
          label={option.name}
          key={option.id}
          title={option.description}
          options={option.choices.map(({ value, name }) => ({ value, label: name }))}
          value={options[option.id] ?? option.default}
          onValue={(value) => onOption(option.id, value)}
        />
      ))}
    </section>
  );
}
