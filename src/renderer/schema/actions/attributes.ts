import type { AttributeDefinition, Schema } from '#core/model/schema.ts';
import { deleteAttribute } from '../edits/delete.ts';
import { newAttribute } from '../edits/new-type.ts';
import { renameAttribute, renameValuesOf } from '../edits/rename.ts';
import {
  patchType,
  plainEdit,
  type SchemaEdit,
  type TypeKind,
  typesOf,
} from '../edits/schema-edit.ts';
import { applyEdit, proposeEdit } from '../state/apply-edit.ts';
import { currentSchema, useSchemaEditor } from '../state/editor-store.ts';

/** The type whose attributes are edited. */
export interface Target {
  readonly kind: TypeKind;
  readonly type: string;
}

const ownOf = (schema: Schema, { kind, type }: Target) =>
  typesOf(schema, kind).find((t) => t.name === type)?.attributes ?? [];

const selected = () => useSchemaEditor.getState().selected;

/** Adds a yes-or-no attribute. @returns its name. */
export function addAttribute(target: Target): string {
  let name = '';
  applyEdit((schema) => {
    const own = ownOf(schema, target);
    const attribute = newAttribute(
      own.map((a) => a.name),
      'attribute',
    );
    name = attribute.name;
    const next = patchType(schema, target.kind, target.type, { attributes: [...own, attribute] });
    return plainEdit(`Add the attribute ‘${name}’ to ‘${target.type}’`, next);
  });
  return name;
}

/** Moves an attribute among those of its type. @param by -1 is up, 1 is down. */
export function moveAttribute(target: Target, name: string, by: 1 | -1) {
  applyEdit((schema) => {
    const own = [...ownOf(schema, target)];
    const at = own.findIndex((a) => a.name === name);
    const [moved] = own.splice(at, 1);
    if (!moved) return null;
    own.splice(at + by, 0, moved);
    const next = patchType(schema, target.kind, target.type, { attributes: own });
    return plainEdit(`Move the attribute ‘${name}’ of ‘${target.type}’`, next);
  });
}

/** Gives an attribute another name, in all annotations, too. */
export function changeName({ kind, type }: Target, from: string, to: string) {
  const edit = renameAttribute(currentSchema(), kind, type, from, to);
  void proposeEdit(edit, 'Rename', selected());
}

/** Deletes an attribute and its values. */
export function removeAttribute({ kind, type }: Target, name: string) {
  const edit = deleteAttribute(currentSchema(), kind, type, name);
  void proposeEdit(edit, 'Delete', selected());
}

/** Gives values of an attribute other names, in all annotations, too. */
export function changeValueNames(
  target: Target,
  name: string,
  values: readonly string[],
  into: Readonly<Record<string, string>>,
) {
  const { kind, type } = target;
  const schema = currentSchema();
  const attributes = ownOf(schema, target).map((a) =>
    a.name === name ? renameValuesOf(a, values, into) : a,
  );
  const label = `Rename values of the attribute ‘${name}’ of ‘${type}’`;
  const edit: SchemaEdit = {
    ...plainEdit(label, patchType(schema, kind, type, { attributes })),
    migrations: [{ kind: 'rename-values', of: kind, type, name, into }],
  };
  void proposeEdit(edit, 'Rename', selected());
}

/** Says that values given before the change stay, though they may not fit any more. */
export const VALUES_STAY =
  'Values already given stay as they are. Those that do not fit any more are listed as problems.';

/** Changes an attribute. @param isRisky shows first how many values there are. */
export function changeAttribute(
  target: Target,
  name: string,
  patch: Partial<AttributeDefinition>,
  isRisky: boolean,
) {
  const { kind, type } = target;
  const make = (schema: Schema) =>
    plainEdit(
      `Change the attribute ‘${name}’ of ‘${type}’`,
      patchType(schema, kind, type, {
        attributes: ownOf(schema, target).map((a) => (a.name === name ? { ...a, ...patch } : a)),
      }),
    );
  if (!isRisky) {
    applyEdit(make);
    return;
  }
  const edit = { ...make(currentSchema()), alsoDoes: [VALUES_STAY] };
  void proposeEdit(edit, 'Change', selected(), [
    { kind: 'delete-attribute', of: kind, type, name },
  ]);
}
