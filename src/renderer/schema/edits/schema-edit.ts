import type { Migration } from '#core/edit/schema/migration.ts';
import type { AttributeDefinition, EntityType, RelationType, Schema } from '#core/model/schema.ts';

/** One edit of the schema: what undo will call it, the new schema, and how annotations follow. */
export interface SchemaEdit {
  readonly label: string;
  readonly schema: Schema;
  readonly migrations: readonly Migration[];
  /** What else the edit does to the schema, in sentences, for the person to read beforehand. */
  readonly alsoDoes: readonly string[];
}

/** The two kinds of types; attributes and migrations name them so. */
export type TypeKind = 'entity' | 'relation';

/** The types of a kind. */
export function typesOf(schema: Schema, kind: TypeKind): readonly (EntityType | RelationType)[] {
  return kind === 'entity' ? schema.entityTypes : schema.relationTypes;
}

/** The schema with each type of a kind passed through `change`. */
export function mapTypes(
  schema: Schema,
  kind: TypeKind,
  change: <T extends EntityType | RelationType>(type: T) => T,
): Schema {
  return kind === 'entity'
    ? { ...schema, entityTypes: schema.entityTypes.map(change) }
    : { ...schema, relationTypes: schema.relationTypes.map(change) };
}

/** The schema with fields of one type replaced; its name is not among them. */
export function patchType(
  schema: Schema,
  kind: TypeKind,
  name: string,
  patch: Partial<Omit<RelationType, 'name'>>,
): Schema {
  return mapTypes(schema, kind, (type) => (type.name === name ? { ...type, ...patch } : type));
}

/** The schema with fields of one document label replaced. */
export function patchLabel(
  schema: Schema,
  name: string,
  patch: Partial<AttributeDefinition>,
): Schema {
  return {
    ...schema,
    documentLabels: schema.documentLabels.map((label) =>
      label.name === name ? { ...label, ...patch } : label,
    ),
  };
}

/** An edit that touches no annotation. */
export function plainEdit(label: string, schema: Schema): SchemaEdit {
  return { label, schema, migrations: [], alsoDoes: [] };
}

/** Why a name cannot be given; `null` where it can. `taken` leaves out the thing's present name. */
export function nameProblem(taken: readonly string[], name: string): string | null {
  if (name.trim() === '') return 'A name is needed.';
  if (name !== name.trim()) return 'A name has no blanks around it.';
  if (name.length > 200) return 'A name has 200 characters at most.';
  const same = taken.find((other) => other === name);
  if (same !== undefined) return `There is a ‘${same}’ already.`;
  return null;
}

/** `base`, or `base 2`, `base 3`, … where that is taken. */
export function freeName(taken: readonly string[], base: string): string {
  if (!taken.includes(base)) return base;
  let n = 2;
  while (taken.includes(`${base} ${n}`)) n++;
  return `${base} ${n}`;
}
