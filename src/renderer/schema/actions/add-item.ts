import { addType, newAttribute, newType } from '../edits/new-type.ts';
import { plainEdit } from '../edits/schema-edit.ts';
import { applyEdit } from '../state/apply-edit.ts';
import { type SchemaPart, useSchemaEditor } from '../state/editor-store.ts';

/** Adds a type or document label, shows its details, and puts the focus at its name. */
export function addItem(part: SchemaPart) {
  let name = '';
  applyEdit((schema) => {
    if (part === 'label') {
      const label = newAttribute(
        schema.documentLabels.map((other) => other.name),
        'New label',
      );
      name = label.name;
      return plainEdit(`Add the document label ‘${name}’`, {
        ...schema,
        documentLabels: [...schema.documentLabels, label],
      });
    }
    const type = newType(schema, part, null);
    name = type.name;
    const what = part === 'entity' ? 'entity type' : 'relation type';
    return plainEdit(`Add the ${what} ‘${name}’`, addType(schema, part, type));
  });
  useSchemaEditor.setState({ selected: { part, name }, isNew: true });
}
