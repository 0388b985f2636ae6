import { deleteLabel, deleteType } from '../edits/delete.ts';
import { proposeEdit } from '../state/apply-edit.ts';
import { currentSchema, type SchemaItem, selectItem } from '../state/editor-store.ts';

/** Deletes a type or document label: at once where nothing uses it, else after showing the counts. */
export function deleteItem({ part, name }: SchemaItem) {
  selectItem({ part, name });
  const schema = currentSchema();
  const edit = part === 'label' ? deleteLabel(schema, name) : deleteType(schema, part, name);
  void proposeEdit(edit, 'Delete', null);
}
