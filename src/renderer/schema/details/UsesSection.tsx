import { useEffect, useRef, useState } from 'react';
import type { Schema } from '#core/model/schema.ts';
import { Button } from '../../ui/Button.tsx';
import { deleteItem } from '../actions/delete-item.ts';
import { type TypeKind, typesOf } from '../edits/schema-edit.ts';
import { splitValues } from '../edits/split.ts';
import styles from './details.module.css';
import { MergeForm } from './MergeForm.tsx';
import { SplitForm } from './SplitForm.tsx';
import { Uses } from './Uses.tsx';

interface UsesSectionProps {
  readonly schema: Schema;
  readonly kind: TypeKind;
  readonly type: string;
}

/** How often a type is used, and what can be done with all its uses at once. */
export function UsesSection({ schema, kind, type }: UsesSectionProps) {
  const [form, setForm] = useState<'merge' | 'split' | null>(null);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (form) section.current?.scrollIntoView({ block: 'end' });
  }, [form]);
  const types = typesOf(schema, kind);
  const attributes = types.find((t) => t.name === type)?.attributes ?? [];
  const canSplit = kind === 'entity' && attributes.some((a) => splitValues(a).length > 0);
  const toggle = (next: 'merge' | 'split') => setForm(form === next ? null : next);
  return (
    <section ref={section} className={styles.section} aria-label="Use">
      <Uses migration={{ kind: `delete-${kind}-type`, type }} what={type} />
      <div className={styles.actions}>
        <Button
          disabled={types.length < 2}
          aria-expanded={form === 'merge'}
          onClick={() => toggle('merge')}
        >
          Merge into…
        </Button>
        {kind === 'entity' ? (
          <Button
            disabled={!canSplit}
            title={
              canSplit ? undefined : 'It needs an attribute of the kind “yes or no” or “one of”.'
            }
            aria-expanded={form === 'split'}
            onClick={() => toggle('split')}
          >
            Split by attribute…
          </Button>
        ) : null}
        <Button look="danger" onClick={() => deleteItem({ part: kind, name: type })}>
          Delete…
        </Button>
      </div>
      {form === 'merge' ? <MergeForm schema={schema} kind={kind} type={type} /> : null}
      {form === 'split' ? <SplitForm schema={schema} type={type} /> : null}
    </section>
  );
}
