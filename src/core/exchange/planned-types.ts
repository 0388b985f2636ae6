import type { AttributeDefinition, EntityType, RelationType, Schema } from '../model/schema.ts';
import { attributesOf } from '../schema/inherit.ts';
import { findByName } from '../schema/lookup.ts';
import { newEntityType } from '../schema-formats/new-type.ts';
import { at } from './at.ts';
import { type AttributePlan, definitionFor, otherNames, withValues } from './attribute-plan.ts';
import type { ImportMapping } from './import-mapping.ts';
import {
  doesFit,
  type IncomingNames,
  type SeenAttribute,
  type SeenType,
} from './incoming-names.ts';
import { NewLooks } from './new-looks.ts';
import { type TypePlan, targetOf } from './type-plan.ts';

/** Incoming types: as defined, as used, and what they become. */
interface Incoming {
  readonly incoming: readonly EntityType[];
  readonly names: ReadonlyMap<string, SeenType>;
  readonly targets: ReadonlyMap<string, string | null>;
}

/** The types of one kind, as an import makes them step by step. */
export class PlannedTypes<Type extends EntityType | RelationType> {
  readonly #types: Map<string, Type>;
  readonly #looks: NewLooks;

  /**
   * @param types that are there.
   * @param among the part of the schema whose keys are taken for them.
   */
  constructor(types: readonly Type[], among: Schema) {
    this.#types = new Map(types.map((type) => [type.name, type]));
    this.#looks = new NewLooks(types, among);
  }

  /** All types, as they are by now. */
  get types(): readonly Type[] {
    return [...this.#types.values()];
  }

  /** Adds a type, unless there is one of that name. Its attributes come with `plan`. */
  add(
    name: string,
    given: EntityType | undefined,
    parent: string | null,
    make: (type: EntityType) => Type,
  ): void {
    if (this.#types.has(name)) return;
    const { description = '', examples = [], key: wanted = null } = given ?? {};
    const color = this.#looks.color(given?.color);
    const key = this.#looks.key(wanted, name);
    const type = make(newEntityType(name, color, { description, examples, key }));
    this.#types.set(name, type);
    // No type belongs to itself, however names were merged.
    const line = parent === null ? [] : this.#lineage(parent);
    if (line.length > 0 && line.every((one) => one.name !== name))
      this.#types.set(name, { ...type, parent });
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
      const definitions = attributesOf(incoming, name);
      const attributes = new Map<string, AttributePlan | null>();
      for (const [attribute, seen] of names.get(name)?.attributes ?? []) {
        const wanted = targetOf(own, attribute);
        const given = findByName(definitions, attribute);
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
    const definition = this.#attribute(type, wanted);
    if (!definition) {
      return this.#addAttribute(type, definitionFor(wanted, given, seen), given?.key ?? null);
    }
    if (doesFit(definition.kind, seen)) {
      this.#extend(type, definition, withValues(definition, seen));
      return { name: wanted, kind: definition.kind };
    }
    const made = definitionFor(wanted, given, seen);
    for (const name of otherNames(wanted, made.kind)) {
      const other = this.#attribute(type, name);
      if (!other) return this.#addAttribute(type, { ...made, name }, null);
      if (other.kind !== made.kind) continue;
      this.#extend(type, other, withValues(other, seen));
      return { name, kind: other.kind };
    }
    throw new Error('names do not end');
  }

  /** The type and the more general ones it belongs to, the most general last. */
  #lineage(name: string): readonly Type[] {
    const lineage = new Set<Type>();
    let type = this.#types.get(name);
    while (type && !lineage.has(type)) {
      lineage.add(type);
      type = type.parent === null ? undefined : this.#types.get(type.parent);
    }
    return [...lineage];
  }

  #attribute(type: string, name: string): AttributeDefinition | undefined {
    for (const { attributes } of this.#lineage(type)) {
      const found = findByName(attributes, name);
      if (found) return found;
    }
    return undefined;
  }

  #addAttribute(type: string, definition: AttributeDefinition, key: string | null): AttributePlan {
    const found = this.#types.get(type);
    if (!found) throw new Error(`there is no type ${type}`);
    const own = { ...definition, key: this.#looks.ownKey(key) };
    this.#types.set(type, { ...found, attributes: [...found.attributes, own] });
    return { name: definition.name, kind: definition.kind };
  }

  /** Changes the definition where it stands: at the type, or at one that it inherits from. */
  #extend(type: string, before: AttributeDefinition, after: AttributeDefinition): void {
    if (after === before) return;
    const owner = this.#lineage(type).find(({ attributes }) => attributes.includes(before));
    if (!owner) return;
    const attributes = owner.attributes.map((one) => (one === before ? after : one));
    this.#types.set(owner.name, { ...owner, attributes });
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
  const types = new PlannedTypes<EntityType>([holder], base);
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
    schema: { ...base, documentLabels: types.types[0]?.attributes ?? [] },
    documentLabels: plans.get(holder.name)?.attributes ?? new Map(),
  };
}
