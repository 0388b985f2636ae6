import type { FormatInfo } from '#api/calls/exports.ts';
import { Select } from '../ui/Select.tsx';
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
      {/* biome-ignore lint/a11y/noLabelWithoutControl: Select is the control. */}
      <label className={styles.labelled}>
        <span>Format</span>
        <Select
          options={formats.map(({ id, name }) => ({ value: id, label: name }))}
          value={format.id}
          onValue={onFormat}
        />
      </label>
      <p className={styles.soft}>{format.description}</p>
      {format.options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: Select is the control.
        <label key={option.id} className={styles.labelled} title={option.description}>
          <span>{option.name}</span>
          <Select
            options={option.choices.map(({ value, name }) => ({ value, label: name }))}
            value={options[option.id] ?? option.default}
            onValue={(value) => onOption(option.id, value)}
          />
        </label>
      ))}
    </>
  );
}
