import { useState } from 'react';
import type { AttributeDefinition, Schema } from '#core/model/schema.ts';
import { SelectField } from '../../inspector/fields/SelectField.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { splitType, splitValues } from '../edits/split.ts';
import { proposeEdit } from '../state/apply-edit.ts';
import styles from './details.module.css';

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Name proposed for the type of one value; empty leaves these annotations as they are. */
function proposedName({ name, kind }: AttributeDefinition, value: string, type: string): string {
  if (kind !== 'yes-no') return capital(value);
  return value === 'true' ? capital(`${name} ${type}`) : '';
}

/** Turns the values of an attribute into types of their own. */
export function SplitForm({ schema, type }: { readonly schema: Schema; readonly type: string }) {
  const own = schema.entityTypes.find((t) => t.name === type)?.attributes ?? [];
  const usable = own.filter((a) => splitValues(a).length > 0);
  const [chosen, setChosen] = useState('');
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [removes, setRemoves] = useState(true);
  const attribute = usable.find((a) => a.name === chosen) ?? usable[0];
  if (!attribute) return null;
  const rows = splitValues(attribute).map((value) => ({
    value,
    name: (names[`${attribute.name} ${value}`] ?? proposedName(attribute, value, type)).trim(),
  }));
  const into = Object.fromEntries(
    rows.filter((row) => row.name !== '' && row.name !== type).map((row) => [row.value, row.name]),
  );
  const isWhole = Object.keys(into).length === rows.length;
  const word = (value: string) =>
    attribute.kind === 'yes-no' ? { true: 'yes', false: 'no' }[value] : value;
  return (
    <div className={styles.box}>
      <SelectField
        label={`Split ${type} by`}
        options={usable.map((a) => ({ value: a.name, label: a.name }))}
        value={attribute.name}
        onValue={setChosen}
      />
      {rows.map(({ value, name }) => (
        <TextField
          key={value}
          label={`${attribute.name} = ${word(value)} becomes`}
          placeholder={`stays ${type}`}
          value={names[`${attribute.name} ${value}`] ?? name}
          onValue={(text) => setNames({ ...names, [`${attribute.name} ${value}`]: text })}
        />
      ))}
      {isWhole ? (
        <Checkbox checked={removes} onChecked={setRemoves}>
          Remove the attribute {attribute.name} afterwards: every value has a type then
        </Checkbox>
      ) : null}
      <p className={styles.soft}>Annotations without a value stay {type}.</p>
      <div className={styles.actions}>
        <Button
          disabled={Object.keys(into).length === 0}
          onClick={() => {
            const edit = splitType(schema, type, attribute.name, into, isWhole && removes);
            void proposeEdit(edit, 'Split', { part: 'entity', name: type });
          }}
        >
          Split {type}
        </Button>
      </div>
    </div>
  );
}
