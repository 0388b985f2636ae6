import { useState } from 'react';
import type { Schema } from '#core/model/schema.ts';
import { SelectField } from '../../inspector/fields/SelectField.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { attributesToTakeOver, mergeTypes } from '../edits/merge.ts';
import { type TypeKind, typesOf } from '../edits/schema-edit.ts';
import { treeRows } from '../edits/tree.ts';
import { proposeEdit } from '../state/apply-edit.ts';
import styles from './details.module.css';

interface MergeFormProps {
  readonly schema: Schema;
  readonly kind: TypeKind;
  readonly type: string;
}

/** Which type takes over all annotations of this one. */
export function MergeForm({ schema, kind, type }: MergeFormProps) {
  const rows = treeRows(typesOf(schema, kind)).filter((row) => row.item.name !== type);
  const [chosen, setChosen] = useState('');
  const [takesOver, setTakesOver] = useState(true);
  const to = rows.some((row) => row.item.name === chosen) ? chosen : (rows[0]?.item.name ?? '');
  const attributes = attributesToTakeOver(schema, kind, type, to).map((a) => a.name);
  return (
    <div className={styles.box}>
      <SelectField
        label={`All ${type} become`}
        options={rows.map(({ item, depth }) => ({
          value: item.name,
          label: `${'\u2003'.repeat(depth)}${item.name}`,
        }))}
        value={to}
        onValue={setChosen}
      />
      {attributes.length > 0 ? (
        <Checkbox checked={takesOver} onChecked={setTakesOver}>
          Take over what {to} does not have: {attributes.join(', ')}. Else these values are lost.
        </Checkbox>
      ) : null}
      <div className={styles.actions}>
        <Button
          onClick={() =>
            void proposeEdit(mergeTypes(schema, kind, type, to, takesOver), 'Merge', {
              part: kind,
              name: to,
            })
          }
        >
          Merge {type} into {to}
        </Button>
      </div>
    </div>
  );
}
