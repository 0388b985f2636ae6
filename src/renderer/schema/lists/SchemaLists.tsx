import type { Schema } from '#core/model/schema.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { addItem } from '../actions/add-item.ts';
import { deleteItem } from '../actions/delete-item.ts';
import { plainEdit } from '../edits/schema-edit.ts';
import { applyEdit } from '../state/apply-edit.ts';
import { type SchemaPart, selectItem, useSchemaEditor } from '../state/editor-store.ts';
import styles from './SchemaLists.module.css';
import { TypeTree } from './TypeTree.tsx';

interface SchemaListsProps {
  readonly schema: Schema;
  readonly readOnly: boolean;
  /** Puts the focus at the name in the details. */
  readonly onOpen: () => void;
}

/** The three lists of a schema, one above the other. */
export function SchemaLists(props: SchemaListsProps) {
  const { schema } = props;
  return (
    <>
      <Part
        {...props}
        part="entity"
        title="Entity types"
        empty="What words can be tagged as: a person, a place, an event."
        items={schema.entityTypes}
        move={(entityTypes) => ({ ...schema, entityTypes })}
      />
      <Part
        {...props}
        part="relation"
        title="Relation types"
        empty="What can link two spans: lives in, works for."
        items={schema.relationTypes}
        move={(relationTypes) => ({ ...schema, relationTypes })}
      />
      <Part
        {...props}
        part="label"
        title="Document labels"
        empty="What can be said of a whole document: its genre, whether it is on topic."
        items={schema.documentLabels.map((label) => ({ ...label, parent: null }))}
        move={(labels) => ({
          ...schema,
          documentLabels: labels.map(({ parent: _parent, ...label }) => label),
        })}
      />
    </>
  );
}

interface PartProps<T> extends SchemaListsProps {
  readonly part: SchemaPart;
  readonly title: string;
  readonly empty: string;
  readonly items: readonly T[];
  /** The schema with the items in another order. */
  readonly move: (items: readonly T[]) => Schema;
}

interface Item {
  readonly name: string;
  readonly parent: string | null;
  readonly key: string | null;
  readonly color?: string;
}

const SHAPES = { entity: 'span', relation: 'relation', label: 'none' } as const;
const ADD = {
  entity: 'Add an entity type',
  relation: 'Add a relation type',
  label: 'Add a document label',
};

function Part<T extends Item>(props: PartProps<T>) {
  const { part, title, empty, items, readOnly } = props;
  const selected = useSchemaEditor((state) => state.selected);
  return (
    <section className={styles.part} aria-label={title}>
      <header className={styles.header}>
        <h3 className={styles.title}>{title}</h3>
        <IconButton
          icon="add"
          label={ADD[part]}
          disabled={readOnly}
          onClick={() => addItem(part)}
        />
      </header>
      {items.length === 0 ? <p className={styles.empty}>{empty}</p> : null}
      <TypeTree
        label={title}
        items={items}
        shape={SHAPES[part]}
        isFlat={part === 'label'}
        readOnly={readOnly}
        selected={selected?.part === part ? selected.name : null}
        onSelect={(name) => selectItem({ part, name })}
        onMove={(next, name) => applyEdit(() => plainEdit(`Move ‘${name}’`, props.move(next)))}
        onDelete={(name) => !readOnly && deleteItem({ part, name })}
        onOpen={props.onOpen}
      />
    </section>
  );
}
