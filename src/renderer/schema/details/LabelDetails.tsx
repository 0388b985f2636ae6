import type { Schema } from '#core/model/schema.ts';
import { Button } from '../../ui/Button.tsx';
import { deleteItem } from '../actions/delete-item.ts';
import {
  changeDocumentLabel,
  changeLabelValueNames,
  renameDocumentLabel,
} from '../actions/labels.ts';
import { AttributeEditor } from './AttributeEditor.tsx';
import styles from './details.module.css';
import { Uses } from './Uses.tsx';

/** Everything about one document label. */
export function LabelDetails({ schema, name }: { readonly schema: Schema; readonly name: string }) {
  const definition = schema.documentLabels.find((label) => label.name === name);
  if (!definition) return null;
  const others = schema.documentLabels.filter((label) => label !== definition);
  return (
    <div className={styles.details}>
      <AttributeEditor
        schema={schema}
        definition={definition}
        owner={{ kind: 'label', name }}
        taken={others.map((label) => label.name)}
        onRename={(to) => renameDocumentLabel(name, to)}
        onRenameValues={(values, into) => changeLabelValueNames(name, values, into)}
        onPatch={(patch, isRisky) => changeDocumentLabel(name, patch, isRisky)}
      />
      <section className={styles.section} aria-label="Use">
        <Uses migration={{ kind: 'delete-label', name }} what={name} />
        <div className={styles.actions}>
          <Button look="danger" onClick={() => deleteItem({ part: 'label', name })}>
            Delete…
          </Button>
        </div>
      </section>
    </div>
  );
}
