import type { AttributeValue } from '#core/model/attribute.ts';
import type { AttributeDefinition } from '#core/model/schema.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './AttributeField.module.css';
import { Choices } from './Choices.tsx';
import { DraftField } from './DraftField.tsx';
import { numberProblem, parseNumber } from './numbers.ts';

interface AttributeFieldProps {
  readonly definition: AttributeDefinition;
  /** `undefined`: not given. */
  readonly value: AttributeValue | undefined;
  readonly readOnly: boolean;
  readonly onValue: (value: AttributeValue | undefined) => void;
}

/** One attribute, or document label, with the control that fits its kind. */
export function AttributeField(props: AttributeFieldProps) {
  const { definition, value } = props;
  const isMissing = definition.required && value === undefined;
  return (
    <div className={styles.field} data-attribute={definition.name}>
      <div className={styles.head} title={definition.description || undefined}>
        <span className={styles.name}>{definition.name}</span>
        {definition.required ? (
          <span className={isMissing ? styles.missing : styles.required}>required</span>
        ) : null}
        {definition.key === null ? null : <Kbd keys={definition.key} />}
      </div>
      <AttributeControl {...props} />
    </div>
  );
}

/** Choices that fit side by side are shown so; longer lists fold into one line. */
const CHOICES_SHOWN = 6;
const CHARACTERS_SHOWN = 60;

/** The control of an attribute alone, without its name. */
export function AttributeControl({ definition, value, readOnly, onValue }: AttributeFieldProps) {
  const { name, kind } = definition;
  if (kind === 'yes-no') {
    const chosen = typeof value === 'boolean' ? [value ? 'yes' : 'no'] : [];
    return (
      <Choices
        label={name}
        choices={YES_NO}
        chosen={chosen}
        many={false}
        readOnly={readOnly}
        onChosen={([choice]) => onValue(choice === undefined ? undefined : choice === 'yes')}
      />
    );
  }
  if (kind === 'text') {
    return (
      <DraftField
        label={name}
        labelHidden
        value={typeof value === 'string' ? value : String(value ?? '')}
        readOnly={readOnly}
        onCommit={(text) => onValue(text === '' ? undefined : text)}
      />
    );
  }
  if (kind === 'number') {
    return (
      <DraftField
        label={name}
        labelHidden
        value={value === undefined ? '' : String(value)}
        readOnly={readOnly}
        check={numberProblem}
        onCommit={(text) => onValue(parseNumber(text))}
      />
    );
  }
  const chosen = chosenOf(value);
  const strange = chosen.filter((choice) => !definition.values.includes(choice));
  const choices = [...definition.values, ...strange].map((choice) => ({
    value: choice,
    label: strange.includes(choice) ? `${choice} (not a choice any more)` : choice,
  }));
  const isShort =
    choices.length <= CHOICES_SHOWN && definition.values.join('').length <= CHARACTERS_SHOWN;
  if (kind === 'many-of' || isShort) {
    return (
      <Choices
        label={name}
        choices={choices}
        chosen={chosen}
        many={kind === 'many-of'}
        readOnly={readOnly}
        onChosen={(next) => {
          const inOrder = choices.map((c) => c.value).filter((v) => next.includes(v));
          if (kind === 'many-of') onValue(inOrder.length > 0 ? inOrder : undefined);
          else onValue(inOrder[0]);
        }}
      />
    );
  }
  return (
    <Select
      label={name}
      options={[{ value: '', label: 'Not given' }, ...choices]}
      value={chosen[0] ?? ''}
      disabled={readOnly}
      onValue={(choice) => onValue(choice === '' ? undefined : choice)}
    />
  );
}

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

function chosenOf(value: AttributeValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
