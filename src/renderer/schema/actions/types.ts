import type { RelationType, Schema } from '#core/model/schema.ts';
import { moveTo } from '../edits/move.ts';
import { renameType } from '../edits/rename.ts';
import { patchType, plainEdit } from '../edits/schema-edit.ts';
import { applyEdit, proposeEdit } from '../state/apply-edit.ts';
import { currentSchema } from '../state/editor-store.ts';
import type { Target } from './attributes.ts';

/** Changes fields of a type that no annotation depends on. */
export function change(
  { kind, type }: Target,
  patch: Partial<Omit<RelationType, 'name'>>,
  label: string,
) {
  applyEdit((schema) => plainEdit(label, patchType(schema, kind, type, patch)));
}

/** Gives a type another name, in all annotations, too. */
export function rename({ kind, type }: Target, to: string) {
  const edit = renameType(currentSchema(), kind, type, to);
  void proposeEdit(edit, 'Rename', { part: kind, name: to });
}

/** Puts a type below another, or at the top. */
export function changeParent({ kind, type }: Target, parent: string | null) {
  const label = parent === null ? `Move ‘${type}’ to the top` : `Nest ‘${type}’ under ‘${parent}’`;
  const place = { parent, before: null };
  applyEdit((schema): ReturnType<typeof plainEdit> => {
    const next: Schema =
      kind === 'entity'
        ? { ...schema, entityTypes: moveTo(schema.entityTypes, type, place) }
        : { ...schema, relationTypes: moveTo(schema.relationTypes, type, place) };
    return plainEdit(label, next);
  });
}
