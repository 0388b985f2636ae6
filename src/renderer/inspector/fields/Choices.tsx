import { ToggleGroup } from 'radix-ui';
import styles from './Choices.module.css';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoicesProps {
  /** Accessible name of the group. */
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  /** Whether several can be chosen. Either way, choosing again lets go. */
  readonly many: boolean;
  readonly readOnly: boolean;
  readonly onChosen: (chosen: readonly string[]) => void;
}

/** Choices side by side, wrapping; arrow keys go from one to the next, Space chooses. */
export function Choices({ label, choices, chosen, many, readOnly, onChosen }: ChoicesProps) {
  const items = choices.map((choice) => (
    <ToggleGroup.Item key={choice.value} value={choice.value} className={styles.choice}>
      {choice.label}
    </ToggleGroup.Item>
  ));
  const shared = { 'aria-label': label, className: styles.group, disabled: readOnly } as const;
  return many ? (
    <ToggleGroup.Root
      {...shared}
      type="multiple"
      value={[...chosen]}
      onValueChange={(values) => onChosen(values)}
    >
      {items}
    </ToggleGroup.Root>
  ) : (
    <ToggleGroup.Root
      {...shared}
      type="single"
      value={chosen[0] ?? ''}
      onValueChange={(value) => onChosen(value === '' ? [] : [value])}
    >
      {items}
    </ToggleGroup.Root>
  );
}
