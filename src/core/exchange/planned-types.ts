import type { AttributeDefinition, EntityType, RelationType, Schema } from '../model/schema.ts';
import { attributesOf, isSubtype, lineageOf } from '../schema/inherit.ts';
import { findByName } from '../schema/lookup.ts';
import { newEntityType } from '../schema-formats/new-type.ts';
import { type AttributePlan, definitionFor, otherNames, withValues } from './attribute-plan.ts';
import type { ImportMapping } from './import-mapping.ts';
import {
  doesFit,
  type IncomingNames,
  type SeenAttribute,
  type SeenType,
} from './incoming-names.ts';
import { entityKey, freeColor, isFree, relationKey } from './new-looks.ts';
import { at } from './suggest-mapping.ts';
import { type TypePlan, targetOf } from './type-plan.ts';

/** Incoming types: as defined, as used, and what they become. */
interface Incoming {
  readonly incoming: readonly EntityType[];
  readonly names: ReadonlyMap<string, SeenType>;
  readonly targets: ReadonlyMap<string, string | null>;
}

/** The types of one kind, as an import makes them step by step. */
export class PlannedTypes<Type extends EntityType | RelationType> {
  readonly #kind: 'entity' | 'relation';
  schema: Schema;

  constructor(kind: 'entity' | 'relation', base: Schema) {
    this.#kind = kind;
    this.schema = base;
  }

  get #types(): readonly Type[] {
    const { entityTypes, relationTypes } = this.schema;
    return (this.#kind === 'entity'
      ? entityTypes
      : relationTypes) as readonly EntityType[] as readonly Type[];
  }

  /** Adds a type, unless there is one of that name. Its attributes come with `plan`. */
  add(
    name: string,
    given: EntityType | undefined,
    parent: string | null,
    more: Partial<RelationType> = {},
  ): void {
    const types = this.#types;
    if (findByName(types, name)) return;
    const color = freeColor(given?.color, types);
    const { description = '', examples = [], key: wanted = null } = given ?? {};
    const looks = this.#kind === 'entity' ? entityKey : relationKey;
    const key = looks(this.schema, { key: wanted, name });
    const type = newEntityType(name, color, { ...more, description, examples, key });
    this.#put([...types, type as Type]);
    const isParent = parent !== null && parent !== name && findByName(this.#types, parent);
    if (isParent && !isSubtype(this.#types, parent, name)) {
      this.#replace({ ...type, parent } as Type);
    }
  }

  /** Gives the types the attributes that the data have, and says what each name becomes. */
  plan(
    { incoming, names, targets }: Incoming,
    mapping: ImportMapping['entityAttributes'],
    order: readonly string[],
  ): ReadonlyMap<string, TypePlan | null> {
    const plans = new Map<string, TypePlan | null>();
    for (const name of order) {
      const target = targets.get(name);
      if (!target) {
        plans.set(name, null);
        continue;
      }
      const own = at(mapping, name) ?? {};
      const attributes = new Map<string, AttributePlan | null>();
      for (const [attribute, seen] of names.get(name)?.attributes ?? []) {
        const wanted = targetOf(own, attribute);
        const given = findByName(attributesOf(incoming, name), attribute);
        attributes.set(attribute, wanted === null ? null : this.#fit(target, wanted, given, seen));
      }
      plans.set(name, { name: target, attributes });
    }
    return plans;
  }

  #fit(
    type: string,
    wanted: string,
    given: AttributeDefinition | undefined,
    seen: SeenAttribute,
  ): AttributePlan {
    const definition = findByName(attributesOf(this.#types, type), wanted);
    if (!definition) {
      return this.#addAttribute(type, definitionFor(wanted, given, seen), given?.key ?? null);
    }
    if (doesFit(definition.kind, seen)) {
      const longer = withValues(definition, seen);
      if (longer !== definition) this.#extend(type, longer);
      return { name: wanted, kind: definition.kind };
    }
    const made = definitionFor(wanted, given, seen);
    for (const name of otherNames(wanted, made.kind)) {
      const other = findByName(attributesOf(this.#types, type), name);
      if (!other) return this.#addAttribute(type, { ...made, name }, null);
      if (other.kind !== made.kind) continue;
      const longer = withValues(other, seen);
      if (longer !== other) this.#extend(type, longer);
      return { name, kind: other.kind };
    }
    throw new Error('names do not end');
  }

  #addAttribute(type: string, definition: AttributeDefinition, key: string | null): AttributePlan {
    const found = findByName(this.#types, type);
    if (!found) throw new Error(`there is no type ${type}`);
    const own = { ...definition, key: isFree(this.schema, key) ? key : null };
    this.#replace({ ...found, attributes: [...found.attributes, own] });
    return { name: definition.name, kind: definition.kind };
  }

  /** Changes the definition where it stands: at the type, or at one that it inherits from. */
  #extend(type: string, definition: AttributeDefinition): void {
    const owner = lineageOf(this.#types, type).find(({ attributes }) =>
      findByName(attributes, definition.name),
    );
    if (!owner) return;
    const attributes = owner.attributes.map((one) =>
      one.name === definition.name ? definition : one,
    );
    this.#replace({ ...owner, attributes });
  }

  #replace(type: Type): void {
    this.#put(this.#types.map((one) => (one.name === type.name ? type : one)));
  }

  #put(types: readonly Type[]): void {
    const list: readonly (EntityType | RelationType)[] = types;
    this.schema =
      this.#kind === 'entity'
        ? { ...this.schema, entityTypes: list }
        : { ...this.schema, relationTypes: list as readonly RelationType[] };
  }
}

/** Adds the document labels that the data have, and says what each name becomes. */
export function planLabels(
  base: Schema,
  incoming: Schema,
  names: IncomingNames,
  target: (name: string) => string | null,
): {
  readonly schema: Schema;
  readonly documentLabels: ReadonlyMap<string, AttributePlan | null>;
} {
  // The labels of a document are to it what attributes are to an annotation of one type.
  const holder = newEntityType('documents', '#000000', { attributes: base.documentLabels });
  const types = new PlannedTypes<EntityType>('entity', { ...base, entityTypes: [holder] });
  const seen = { count: 1, attributes: names.documentLabels };
  const given = { ...holder, attributes: incoming.documentLabels };
  const plans = types.plan(
    {
      incoming: [given],
      names: new Map([[holder.name, seen]]),
      targets: new Map([[holder.name, holder.name]]),
    },
    {
      [holder.name]: Object.fromEntries(
        [...names.documentLabels.keys()].map((name) => [name, target(name)]),
      ),
    },
    [holder.name],
  );
  return {
    schema: { ...base, documentLabels: types.schema.entityTypes[0]?.attributes ?? [] },
    documentLabels: plans.get(holder.name)?.attributes ?? new Map(),
  };
}
