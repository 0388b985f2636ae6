import type { ExportPart } from '#api/calls/exports.ts';
import { PARTS } from '#core/exchange/export-split.ts';
import { plural } from '../inspector/words.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import styles from './ExportDialog.module.css';
import type { SplitChoice } from './split-choice.ts';

interface SplitFieldsProps {
  readonly choice: SplitChoice;
  readonly onChoice: (patch: Partial<SplitChoice>) => void;
  readonly fault: string | null;
  /** As they would be written now. */
  readonly parts: readonly ExportPart[];
}

const NAMES = { train: 'Training', dev: 'Development', test: 'Test' } as const;

const LAYOUTS = [
  { value: 'folders', label: 'Folders (train/…)' },
  { value: 'names', label: 'Names (….train)' },
] as const;

/** Spreads documents over parts for training, development and testing. */
export function SplitFields({ choice, onChoice, fault, parts }: SplitFieldsProps) {
  const { isOn, percent, seed, layout } = choice;
  return (
    <section className={styles.section} aria-label="Split">
      <h3 className={styles.pickTitle}>Split</h3>
      <Checkbox checked={isOn} onChecked={(on) => onChoice({ isOn: on })}>
        Split by document for training and testing
      </Checkbox>
      {isOn ? (
        <>
          <div className={styles.numbers}>
            {PARTS.map((part) => (
              <TextField
                key={part}
                label={`${NAMES[part]} (%)`}
                inputMode="decimal"
                value={percent[part]}
                onValue={(value) => onChoice({ percent: { ...percent, [part]: value } })}
              />
            ))}
            <TextField
              label="Seed"
              inputMode="numeric"
              title="The same seed gives the same split."
              value={seed}
              onValue={(value) => onChoice({ seed: value })}
            />
          </div>
          <Toggle
            label="Where the parts go"
            choices={LAYOUTS}
            value={layout}
            onValue={(value) => onChoice({ layout: value })}
          />
          <p className={styles.soft} data-kind={fault === null ? 'fine' : 'fault'} role="status">
            {fault ??
              parts
                .map(({ name, documents }) => `${NAMES[name]}: ${plural(documents, 'document')}`)
                .join(' · ')}
          </p>
        </>
      ) : null}
    </section>
  );
}
