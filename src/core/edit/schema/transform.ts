import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Attributes, AttributeValue } from '../../model/attribute.ts';
import { labelId } from '../../model/document-label.ts';
import type { EntityType, RelationType, Schema } from '../../model/schema.ts';
import { attributesOf, lineageOf } from '../../schema/inherit.ts';
import { findByName } from '../../schema/lookup.ts';
import type { Migration } from './migration.ts';

/** What becomes of one record: itself where nothing does, `undefined` where it goes. */
export type Transform = (record: AnnotationRecord) => AnnotationRecord | undefined;

/**
 * The part of a migration that looks at one record alone. (Relations that lose a span: `planMigrations`.)
 * @param schema before this migration.
 * @param goal after all of them: tells which attributes a type knows that annotations move to.
 */
export function transformOf(migration: Migration, schema: Schema, goal: Schema): Transform {
  switch (migration.kind) {
    case 'rename-entity-type':
      return retype('span', migration.from, migration.to);
    case 'rename-relation-type':
      return retype('relation', migration.from, migration.to);
    case 'merge-entity-types':
      return retype('span', migration.from, migration.to, schemaWith(goal, schema, migration.to));
    case 'merge-relation-types': {
      const types = schemaWith(goal, schema, migration.to);
      return retype('relation', migration.from, migration.to, types);
    }
    case 'split-entity-type':
      return split(migration, goal);
    case 'delete-entity-type':
      return (record) => (isOf(record, 'span', migration.type) ? undefined : record);
    case 'delete-relation-type':
      return (record) => (isOf(record, 'relation', migration.type) ? undefined : record);
    case 'rename-attribute':
    case 'delete-attribute':
      return changeAttribute(migration, schema);
    case 'rename-values':
      return renameValues(migration, schema);
    case 'rename-label-values': {
      const { name, into } = migration;
      return (record) => {
        if (record.kind !== 'label' || record.name !== name) return record;
        const value = renameValue(record.value, new Map(Object.entries(into)));
        return value === record.value ? record : { ...record, value };
      };
    }
    case 'rename-label': {
      const { from, to } = migration;
      return (record) =>
        record.kind === 'label' && record.name === from
          ? { ...record, id: labelId(to), name: to }
          : record;
    }
    case 'delete-label':
      return (record) =>
        record.kind === 'label' && record.name === migration.name ? undefined : record;
  }
}

function isOf(record: AnnotationRecord, kind: 'span' | 'relation', type: string): boolean {
  return record.kind === kind && record.type === type;
}

/** The goal where it knows the type, else the schema as it is: a preview has no goal of its own. */
function schemaWith(goal: Schema, schema: Schema, type: string): Schema {
  const knows = (each: Schema) =>
    findByName(each.entityTypes, type) ?? findByName(each.relationTypes, type);
  return knows(goal) ? goal : schema;
}

/** @param fit where given, attributes that the new type does not know there go. */
function retype(kind: 'span' | 'relation', from: string, to: string, fit?: Schema): Transform {
  const known = fit && knownAttributes(fit, kind, to);
  return (record) => {
    if ((record.kind !== 'span' && record.kind !== 'relation') || record.kind !== kind) {
      return record;
    }
    if (record.type !== from) return record;
    const attributes = known ? pick(record.attributes, known) : record.attributes;
    return { ...record, type: to, attributes };
  };
}

function split(migration: Migration & { kind: 'split-entity-type' }, goal: Schema): Transform {
  const { type, attribute } = migration;
  const into = new Map(Object.entries(migration.into));
  const known = new Map(
    [...into.values()].map((name) => [name, knownAttributes(goal, 'span', name)] as const),
  );
  return (record) => {
    if (record.kind !== 'span' || record.type !== type) return record;
    if (!Object.hasOwn(record.attributes, attribute)) return record;
    const target = into.get(String(record.attributes[attribute]));
    if (target === undefined) return record;
    const { [attribute]: _, ...others } = record.attributes;
    return { ...record, type: target, attributes: pick(others, known.get(target)) };
  };
}

function changeAttribute(
  migration: Migration & { kind: 'rename-attribute' | 'delete-attribute' },
  schema: Schema,
): Transform {
  const name = migration.kind === 'rename-attribute' ? migration.from : migration.name;
  const kind = migration.of === 'entity' ? 'span' : 'relation';
  const types = typesThatUse(schema, migration.of, migration.type, name);
  return (record) => {
    if ((record.kind !== 'span' && record.kind !== 'relation') || record.kind !== kind) {
      return record;
    }
    if (!types.has(record.type) || !Object.hasOwn(record.attributes, name)) return record;
    const attributes = Object.entries(record.attributes).flatMap(([each, value]) => {
      if (each !== name) return [[each, value] as const];
      return migration.kind === 'rename-attribute' ? [[migration.to, value] as const] : [];
    });
    return { ...record, attributes: Object.fromEntries(attributes) };
  };
}

function renameValues(
  { of, type, name, into }: Migration & { kind: 'rename-values' },
  schema: Schema,
): Transform {
  const kind = of === 'entity' ? 'span' : 'relation';
  const types = typesThatUse(schema, of, type, name);
  const names = new Map(Object.entries(into));
  return (record) => {
    if ((record.kind !== 'span' && record.kind !== 'relation') || record.kind !== kind) {
      return record;
    }
    if (!types.has(record.type) || !Object.hasOwn(record.attributes, name)) return record;
    const before = record.attributes[name];
    const value = before === undefined ? undefined : renameValue(before, names);
    if (value === undefined || value === before) return record;
    return { ...record, attributes: { ...record.attributes, [name]: value } };
  };
}

/** The value under its new name; of several values, none twice. Itself where nothing changes. */
function renameValue(value: AttributeValue, names: ReadonlyMap<string, string>): AttributeValue {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (!Array.isArray(value) || !value.some((each) => names.has(each))) return value;
  return [...new Set(value.map((each: string) => names.get(each) ?? each))];
}

/** The type and those below it, as far as their attribute of that name is the one it defines. */
function typesThatUse(
  schema: Schema,
  of: 'entity' | 'relation',
  owner: string,
  attribute: string,
): ReadonlySet<string> {
  const types: readonly (EntityType | RelationType)[] =
    of === 'entity' ? schema.entityTypes : schema.relationTypes;
  const users = types.filter(({ name }) => {
    const definer = lineageOf(types, name).find((type) =>
      type.attributes.some((each) => each.name === attribute),
    );
    return definer?.name === owner;
  });
  return new Set([owner, ...users.map(({ name }) => name)]);
}

/** Names of the attributes of a type; `undefined` where the schema does not have the type. */
function knownAttributes(
  schema: Schema,
  kind: 'span' | 'relation',
  type: string,
): ReadonlySet<string> | undefined {
  const types: readonly (EntityType | RelationType)[] =
    kind === 'span' ? schema.entityTypes : schema.relationTypes;
  if (!findByName(types, type)) return undefined;
  return new Set(attributesOf(types, type).map(({ name }) => name));
}

function pick(attributes: Attributes, known: ReadonlySet<string> | undefined): Attributes {
  if (!known) return attributes;
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => known.has(name)));
}
