import type { AttributeDefinition, EntityType, Schema } from '../../model/schema.ts';
import type { StoredNames } from '../stored-names.ts';

/** What the annotations use of a schema in the way of brat. */
export interface Uses {
  /** Entity types whose spans are events. */
  readonly events: ReadonlySet<string>;
  /** Relation types that are roles, with the types of their events. */
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>;
  /** Values of attributes that stand in the data. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Writes the schema as `annotation.conf`. */
export function writeAnnotationConf(schema: Schema, names: StoredNames, uses: Uses): string {
  const entities = schema.entityTypes.filter(({ name }) => !uses.events.has(name));
  const events = schema.entityTypes.filter(({ name }) => uses.events.has(name));
  const any =
    events.length === 0 ? '<ENTITY>' : entities.length === 0 ? '<EVENT>' : '<ENTITY>|<EVENT>';
  const ends = (types: readonly string[]) =>
    types.length === 0 ? any : types.map((type) => names.of(type)).join('|');
  const relations = schema.relationTypes
    .filter(({ name }) => !uses.roles.has(name))
    .map(({ name, from, to, symmetric }) => {
      const option = symmetric ? ', <REL-TYPE>:symmetric' : '';
      return `${names.of(name)}\tArg1:${ends(from)}, Arg2:${ends(to)}${option}`;
    });
  const rolesOf = ({ name }: EntityType) =>
    schema.relationTypes
      .filter((role) => uses.roles.get(role.name)?.has(name))
      .map((role) => `${names.of(role.name)}*:${ends(role.to)}`)
      .join(', ');
  return [
    '[entities]',
    ...tree(entities, names, () => ''),
    '',
    '[relations]',
    ...relations,
    '',
    '[events]',
    ...tree(events, names, rolesOf),
    '',
    '[attributes]',
    ...attributeLines(schema, names, uses),
    '',
  ].join('\n');
}

/** One line for each type, those below others indented by a tab for each level. */
function tree(
  types: readonly EntityType[],
  names: StoredNames,
  rest: (type: EntityType) => string,
): readonly string[] {
  const known = new Set(types.map(({ name }) => name));
  const seen = new Set<string>();
  const below = (parent: string | null, depth: number): readonly string[] =>
    types
      .filter(
        (type) => (type.parent !== null && known.has(type.parent) ? type.parent : null) === parent,
      )
      .flatMap((type) => {
        if (seen.has(type.name)) return [];
        seen.add(type.name);
        const more = rest(type);
        const line = `${'\t'.repeat(depth)}${names.of(type.name)}${more === '' ? '' : `\t${more}`}`;
        return [line, ...below(type.name, depth + 1)];
      });
  return below(null, 0);
}

function attributeLines(schema: Schema, names: StoredNames, uses: Uses): readonly string[] {
  const byName = new Map<
    string,
    { owners: string[]; definition: AttributeDefinition; values: Set<string> }
  >();
  const roles = uses.roles;
  const types = [
    ...schema.entityTypes,
    ...schema.relationTypes.filter(({ name }) => !roles.has(name)),
  ];
  for (const { name: owner, attributes } of types) {
    for (const definition of attributes) {
      const { name, values } = definition;
      if (name === 'Reference') continue;
      const entry = byName.get(name) ?? { owners: [], definition, values: new Set<string>() };
      byName.set(name, entry);
      entry.owners.push(names.of(owner));
      for (const value of [...values, ...(uses.values.get(name) ?? [])]) {
        if (!/[\s|,]/u.test(value) && value !== '') entry.values.add(value);
      }
    }
  }
  return [...byName].map(([name, { owners, definition, values }]) => {
    const list =
      definition.kind === 'yes-no' || values.size === 0 ? '' : `, Value:${[...values].join('|')}`;
    return `${names.of(name)}\tArg:${owners.join('|')}${list}`;
  });
}

/** Writes the names that people see, and the colours, as `visual.conf`. */
export function writeVisualConf(schema: Schema, names: StoredNames): string {
  return [
    '[labels]',
    ...names.changed().map(([stored, name]) => `${stored} | ${name}`),
    '',
    '[drawing]',
    ...schema.entityTypes.map(({ name, color }) => `${names.of(name)}\tbgColor:${color}`),
    '',
  ].join('\n');
}
