import { useState } from 'react';
import type { AttributeDefinition, AttributeKind, Schema } from '#core/model/schema.ts';
import { AttributeControl } from '../../inspector/fields/AttributeField.tsx';
import { DraftField } from '../../inspector/fields/DraftField.tsx';
import { SelectField } from '../../inspector/fields/SelectField.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import type { KeyOwner } from '../edits/keys.ts';
import { renamedValues } from '../edits/rename.ts';
import { nameProblem } from '../edits/schema-edit.ts';
import styles from './details.module.css';
import { KeyField } from './KeyField.tsx';
import { KIND_NAMES, KINDS, takesValues } from './kinds.ts';
import { parseLines } from './lines.ts';

interface AttributeEditorProps {
  readonly schema: Schema;
  readonly definition: AttributeDefinition;
  readonly owner: KeyOwner;
  /** Names of the others beside it. */
  readonly taken: readonly string[];
  readonly onRename: (name: string) => void;
  /** Some values get other names: `into` tells which, and `values` is the new list. */
  readonly onRenameValues: (
    values: readonly string[],
    into: Readonly<Record<string, string>>,
  ) => void;
  /** @param isRisky values already given might not fit any more. */
  readonly onPatch: (patch: Partial<AttributeDefinition>, isRisky: boolean) => void;
}

/** Everything about an attribute or document label, save for deleting it. */
export function AttributeEditor(props: AttributeEditorProps) {
  const { schema, definition, owner, taken, onPatch } = props;
  // A choice needs something to choose from: the new kind waits until values are written.
  const [waiting, setWaiting] = useState<AttributeKind | null>(null);
  const kind = waiting ?? definition.kind;
  const changeKind = (next: AttributeKind) => {
    setWaiting(null);
    if (takesValues(next) && definition.values.length === 0) setWaiting(next);
    else if (next !== definition.kind) {
      const values = takesValues(next) ? definition.values : [];
      onPatch({ kind: next, values, default: null }, true);
    }
  };
  const changeValues = (text: string) => {
    const values = parseLines(text);
    if (values.length === 0) return;
    const renamed = renamedValues(definition.values, values);
    if (Object.keys(renamed).length > 0 && !waiting) {
      props.onRenameValues(values, renamed);
      return;
    }
    const isLess = definition.values.some((value) => !values.includes(value));
    const fits = definition.default === null || isAmong(definition.default, values);
    onPatch(
      { values, ...(waiting ? { kind: waiting } : {}), ...(fits ? {} : { default: null }) },
      isLess || waiting !== null,
    );
    setWaiting(null);
  };
  return (
    <div className={styles.form}>
      <div className={styles.columns}>
        <DraftField
          label="Name"
          value={definition.name}
          onPause={false}
          check={(name) => nameProblem(taken, name)}
          onCommit={props.onRename}
        />
        <SelectField
          label="Kind"
          options={KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))}
          value={kind}
          onValue={(value) => changeKind(value as AttributeKind)}
        />
      </div>
      {takesValues(kind) ? (
        <DraftField
          key={kind}
          label="Values, one per line"
          multiline
          rows={Math.min(8, Math.max(3, definition.values.length + 1))}
          onPause={false}
          value={definition.values.join('\n')}
          check={(text) => (parseLines(text).length === 0 ? 'At least one value is needed.' : null)}
          {...(waiting ? { hint: 'The kind changes when there are values.' } : {})}
          onCommit={changeValues}
        />
      ) : null}
      <div className={styles.columns}>
        {waiting ? null : (
          <div className={styles.labelled}>
            <span>Default</span>
            <AttributeControl
              definition={{ ...definition, name: `Default of ${definition.name}` }}
              value={definition.default ?? undefined}
              readOnly={false}
              onValue={(value) => onPatch({ default: value ?? null }, false)}
            />
          </div>
        )}
        <KeyField
          schema={schema}
          owner={owner}
          value={definition.key}
          onKey={(key) => onPatch({ key }, false)}
        />
      </div>
      <Checkbox
        checked={definition.required}
        onChecked={(required) => onPatch({ required }, false)}
      >
        Required: the inspector marks where it is missing
      </Checkbox>
      <DraftField
        label="Description"
        multiline
        rows={2}
        value={definition.description}
        onCommit={(description) => onPatch({ description }, false)}
      />
    </div>
  );
}

function isAmong(value: AttributeDefinition['default'], values: readonly string[]): boolean {
  const given = Array.isArray(value) ? value : [value];
  return given.every((item) => values.includes(String(item)));
}
