import type { FormatInfo } from '#api/calls/exports.ts';
import { SelectField } from '../inspector/fields/SelectField.tsx';
import styles from './ExportDialog.module.css';

interface FormatFieldsProps {
  readonly formats: readonly FormatInfo[];
  readonly format: FormatInfo;
  readonly options: Readonly<Record<string, string>>;
  readonly onFormat: (id: string) => void;
  readonly onOption: (id: string, value: string) => void;
}

/** The format and its options. */
export function FormatFields(props: FormatFieldsProps) {
  const { formats, format, options, onFormat, onOption } = props;
  return (
    <>
      <SelectField
        label="Format"
        options={formats.map(({ id, name }) => ({ value: id, label: name }))}
        value={format.id}
        onValue={onFormat}
      />
      <p className={styles.soft}>{format.description}</p>
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
    </>
  );
}
