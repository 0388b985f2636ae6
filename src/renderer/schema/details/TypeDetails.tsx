import type { RelationType, Schema } from '#core/model/schema.ts';
import { isSubtype } from '#core/schema/inherit.ts';
import { DraftField } from '../../inspector/fields/DraftField.tsx';
import { SelectField } from '../../inspector/fields/SelectField.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import * as types from '../actions/types.ts';
import { nameProblem, type TypeKind, typesOf } from '../edits/schema-edit.ts';
import { treeRows } from '../edits/tree.ts';
import { AttributesList } from './AttributesList.tsx';
import { ColorField } from './ColorField.tsx';
import styles from './details.module.css';
import { EndsField } from './EndsField.tsx';
import { KeyField } from './KeyField.tsx';
import { parseLines } from './lines.ts';
import { UsesSection } from './UsesSection.tsx';

interface TypeDetailsProps {
  readonly schema: Schema;
  readonly kind: TypeKind;
  readonly name: string;
}

/** Everything about one type. Each change is applied at once; undo takes it back. */
export function TypeDetails({ schema, kind, name }: TypeDetailsProps) {
  const all = typesOf(schema, kind);
  const type = all.find((t) => t.name === name);
  if (!type) return null;
  const target = { kind, type: name };
  const others = all.filter((t) => t.name !== name).map((t) => t.name);
  const parents = treeRows(all).filter(({ item }) => !isSubtype(all, item.name, name));
  return (
    <div className={styles.details}>
      <div className={styles.form}>
        <div className={styles.columns}>
          <DraftField
            label="Name"
            value={name}
            onPause={false}
            check={(next) => nameProblem(others, next)}
            onCommit={(next) => types.rename(target, next)}
          />
          <KeyField
            schema={schema}
            owner={{ kind, name }}
            value={type.key}
            onKey={(key) => types.change(target, { key }, `Change the key of ‘${name}’`)}
          />
        </div>
        <ColorField
          value={type.color}
          onColor={(color) => types.change(target, { color }, `Recolour ‘${name}’`)}
        />
        <SelectField
          label="Belongs to"
          options={[
            { value: '', label: 'Nothing: it stands at the top' },
            ...parents.map(({ item, depth }) => ({
              value: item.name,
              label: `${'\u2003'.repeat(depth)}${item.name}`,
            })),
          ]}
          value={type.parent ?? ''}
          onValue={(parent) => types.changeParent(target, parent === '' ? null : parent)}
        />
        {isRelation(type) ? <Ends schema={schema} type={type} /> : null}
        <DraftField
          label="Guideline: when to use it"
          multiline
          rows={3}
          value={type.description}
          onCommit={(description) =>
            types.change(target, { description }, `Change the guideline of ‘${name}’`)
          }
        />
        <DraftField
          label="Examples, one per line"
          multiline
          rows={Math.min(6, Math.max(2, type.examples.length + 1))}
          value={type.examples.join('\n')}
          onPause={false}
          onCommit={(text) =>
            types.change(target, { examples: parseLines(text) }, `Change the examples of ‘${name}’`)
          }
        />
      </div>
      <AttributesList schema={schema} kind={kind} type={name} />
      <UsesSection schema={schema} kind={kind} type={name} />
    </div>
  );
}

function Ends({ schema, type }: { readonly schema: Schema; readonly type: RelationType }) {
  const target = { kind: 'relation', type: type.name } as const;
  const label = `Change the ends of ‘${type.name}’`;
  return (
    <>
      <div className={styles.columns}>
        <EndsField
          label={type.symmetric ? 'One end' : 'Starts from'}
          types={schema.entityTypes}
          value={type.from}
          onEnds={(from) => types.change(target, { from }, label)}
        />
        <EndsField
          label={type.symmetric ? 'Other end' : 'Leads to'}
          types={schema.entityTypes}
          value={type.to}
          onEnds={(to) => types.change(target, { to }, label)}
        />
      </div>
      <Checkbox
        checked={type.symmetric}
        onChecked={(symmetric) =>
          types.change(
            target,
            { symmetric },
            `Make ‘${type.name}’ ${symmetric ? 'symmetric' : 'directed'}`,
          )
        }
      >
        Symmetric: the direction has no meaning
      </Checkbox>
    </>
  );
}

function isRelation(type: object): type is RelationType {
  return 'symmetric' in type;
}
