import { useEffect, useRef, useState } from 'react';
import type { AttributeDefinition, Schema } from '#core/model/schema.ts';
import { attributesOf } from '#core/schema/inherit.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import * as attributes from '../actions/attributes.ts';
import { type TypeKind, typesOf } from '../edits/schema-edit.ts';
import { AttributeEditor } from './AttributeEditor.tsx';
import styles from './details.module.css';
import { KIND_NAMES } from './kinds.ts';

interface AttributesListProps {
  readonly schema: Schema;
  readonly kind: TypeKind;
  readonly type: string;
}

/** The attributes of a type: its own, which open for editing, and those it has from above. */
export function AttributesList({ schema, kind, type }: AttributesListProps) {
  const [open, setOpen] = useState<string | null>(null);
  const types = typesOf(schema, kind);
  const own = types.find((t) => t.name === type)?.attributes ?? [];
  const inherited = attributesOf(types, type).filter((a) => !own.some((o) => o.name === a.name));
  const target = { kind, type };
  const toggle = (name: string) => setOpen(open === name ? null : name);
  const list = useRef<HTMLUListElement>(null);
  const added = useRef<string | null>(null);
  // What was added just now gets its name.
  useEffect(() => {
    if (open === null || added.current !== open) return;
    added.current = null;
    const field = list.current
      ?.querySelector<HTMLInputElement>('[aria-expanded=true]')
      ?.closest('li')
      ?.querySelector('input');
    field?.focus();
    field?.select();
  }, [open]);
  const add = () => {
    added.current = attributes.addAttribute(target);
    setOpen(added.current);
  };
  return (
    <section className={styles.section} aria-label="Attributes">
      <header className={styles.sectionHeader}>
        <h4 className={styles.sectionTitle}>Attributes</h4>
        <Button look="quiet" onClick={add}>
          <Icon name="add" size={14} />
          Add an attribute
        </Button>
      </header>
      {own.length + inherited.length === 0 ? (
        <p className={styles.soft}>
          What else is to be said of each annotation: whether it is certain, which kind it is.
        </p>
      ) : null}
      {inherited.length > 0 ? (
        <p className={styles.soft}>
          From the types above: {inherited.map((attribute) => attribute.name).join(', ')}.
        </p>
      ) : null}
      <ul ref={list} className={styles.attributes}>
        {own.map((definition, i) => (
          <li key={definition.name} className={styles.attribute}>
            <div className={styles.attributeHead}>
              <button
                type="button"
                className={styles.attributeButton}
                aria-expanded={open === definition.name}
                onClick={() => toggle(definition.name)}
              >
                <Icon name={open === definition.name ? 'chevronDown' : 'chevronRight'} size={14} />
                <span className={styles.attributeName}>{definition.name}</span>
                <span className={styles.soft}>{summary(definition)}</span>
              </button>
              <IconButton
                icon="up"
                label={`Move ${definition.name} up`}
                disabled={i === 0}
                onClick={() => attributes.moveAttribute(target, definition.name, -1)}
              />
              <IconButton
                icon="down"
                label={`Move ${definition.name} down`}
                disabled={i === own.length - 1}
                onClick={() => attributes.moveAttribute(target, definition.name, 1)}
              />
              <IconButton
                icon="trash"
                label={`Delete the attribute ${definition.name}`}
                onClick={() => attributes.removeAttribute(target, definition.name)}
              />
            </div>
            {open === definition.name ? (
              <AttributeEditor
                schema={schema}
                definition={definition}
                owner={{ kind: 'attribute', name: definition.name, owner: target }}
                taken={[...own, ...inherited].filter((a) => a !== definition).map((a) => a.name)}
                onRename={(name) => {
                  attributes.changeName(target, definition.name, name);
                  setOpen(name);
                }}
                onRenameValues={(values, into) =>
                  attributes.changeValueNames(target, definition.name, values, into)
                }
                onPatch={(patch, isRisky) =>
                  attributes.changeAttribute(target, definition.name, patch, isRisky)
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function summary({ kind, values, required }: AttributeDefinition): string {
  const what = values.length > 0 ? `${KIND_NAMES[kind]} ${values.join(', ')}` : KIND_NAMES[kind];
  return required ? `${what}, required` : what;
}
