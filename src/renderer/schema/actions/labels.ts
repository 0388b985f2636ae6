import type { AttributeDefinition, Schema } from '#core/model/schema.ts';
import { renameLabel, renameValuesOf } from '../edits/rename.ts';
import { patchLabel, plainEdit, type SchemaEdit } from '../edits/schema-edit.ts';
import { applyEdit, proposeEdit } from '../state/apply-edit.ts';
import { currentSchema } from '../state/editor-store.ts';
import { VALUES_STAY } from './attributes.ts';

/** Gives a document label another name, on all documents, too. */
export function renameDocumentLabel(from: string, to: string) {
  const edit = renameLabel(currentSchema(), from, to);
  void proposeEdit(edit, 'Rename', { part: 'label', name: to });
}

/** Gives values of a document label other names, on all documents, too. */
export function changeLabelValueNames(
  name: string,
  values: readonly string[],
  into: Readonly<Record<string, string>>,
) {
  const schema = currentSchema();
  const documentLabels = schema.documentLabels.map((label) =>
    label.name === name ? renameValuesOf(label, values, into) : label,
  );
  const edit: SchemaEdit = {
    ...plainEdit(`Rename values of the document label ‘${name}’`, { ...schema, documentLabels }),
    migrations: [{ kind: 'rename-label-values', name, into }],
  };
  void proposeEdit(edit, 'Rename', { part: 'label', name });
}

/** Changes a document label. @param isRisky shows first how many values there are. */
export function changeDocumentLabel(
  name: string,
  patch: Partial<AttributeDefinition>,
  isRisky: boolean,
) {
  const make = (schema: Schema) =>
    plainEdit(`Change the document label ‘${name}’`, patchLabel(schema, name, patch));
  if (!isRisky) {
    applyEdit(make);
    return;
  }
  const edit = { ...make(currentSchema()), alsoDoes: [VALUES_STAY] };
  const then = { part: 'label', name } as const;
  void proposeEdit(edit, 'Change', then, [{ kind: 'delete-label', name }]);
}
