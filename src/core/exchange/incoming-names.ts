import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { Attributes, AttributeValue } from '../model/attribute.ts';
import type { AttributeDefinition, Schema } from '../model/schema.ts';
import { attributesOf } from '../schema/inherit.ts';
import { isBlank } from '../schema/values.ts';

export type ValueKind = 'yes-no' | 'number' | 'text' | 'list';

/** What incoming annotations have as values of one attribute. */
export interface SeenAttribute {
  /** Annotations with a value. */
  readonly count: number;
  readonly kinds: ReadonlySet<ValueKind>;
  /** Different texts, also those of lists; no more are collected once there are too many. */
  readonly values: ReadonlySet<string>;
}

export interface SeenType {
  readonly count: number;
  readonly attributes: ReadonlyMap<string, SeenAttribute>;
}

/** Every name that incoming data define or use. */
export interface IncomingNames {
  readonly entityTypes: ReadonlyMap<string, SeenType>;
  readonly relationTypes: ReadonlyMap<string, SeenType>;
  readonly documentLabels: ReadonlyMap<string, SeenAttribute>;
}

/** More different values than this are no list to choose from. */
export const MOST_VALUES = 1_000;

interface Attribute {
  count: number;
  readonly kinds: Set<ValueKind>;
  readonly values: Set<string>;
}

interface Type {
  count: number;
  readonly attributes: Map<string, Attribute>;
}

/** Counts the names that annotations use, set by set. */
export class NameTally implements IncomingNames {
  readonly entityTypes = new Map<string, Type>();
  readonly relationTypes = new Map<string, Type>();
  readonly documentLabels = new Map<string, Attribute>();

  /** @param schema whose names are there even where nothing uses them. */
  constructor(schema: Schema) {
    for (const kind of ['entityTypes', 'relationTypes'] as const)
      for (const { name } of schema[kind]) {
        const type = typeIn(this[kind], name);
        for (const one of attributesOf(schema[kind], name)) attributeIn(type.attributes, one.name);
      }
    for (const { name } of schema.documentLabels) attributeIn(this.documentLabels, name);
  }

  add(records: Iterable<AnnotationRecord>): void {
    for (const record of records) {
      if (record.kind === 'span') count(typeIn(this.entityTypes, record.type), record.attributes);
      else if (record.kind === 'relation')
        count(typeIn(this.relationTypes, record.type), record.attributes);
      else if (record.kind === 'label')
        see(attributeIn(this.documentLabels, record.name), record.value);
    }
  }
}

function typeIn(types: Map<string, Type>, name: string): Type {
  const known = types.get(name);
  if (known) return known;
  const type = { count: 0, attributes: new Map<string, Attribute>() };
  types.set(name, type);
  return type;
}

function attributeIn(attributes: Map<string, Attribute>, name: string): Attribute {
  const known = attributes.get(name);
  if (known) return known;
  const attribute = { count: 0, kinds: new Set<ValueKind>(), values: new Set<string>() };
  attributes.set(name, attribute);
  return attribute;
}

function count(type: Type, attributes: Attributes): void {
  type.count++;
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value !== undefined) see(attributeIn(type.attributes, name), value);
  }
}

function see(attribute: Attribute, value: AttributeValue): void {
  if (isBlank(value)) return;
  attribute.count++;
  attribute.kinds.add(kindOf(value));
  if (typeof value === 'string') addValue(attribute, value);
  else if (typeof value === 'object') for (const item of value) addValue(attribute, item);
}

function addValue({ values }: Attribute, value: string): void {
  if (values.size <= MOST_VALUES && value.trim() !== '') values.add(value);
}

/** What kind of value it is. */
export function kindOf(value: AttributeValue): ValueKind {
  if (typeof value === 'boolean') return 'yes-no';
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' ? 'text' : 'list';
}

/** Whether all values that were seen can stand under a definition of that kind, its list made longer. */
export function doesFit(kind: AttributeDefinition['kind'], seen: SeenAttribute): boolean {
  const only = (...kinds: readonly ValueKind[]) =>
    [...seen.kinds].every((one) => kinds.includes(one));
  const isList = seen.values.size <= MOST_VALUES;
  switch (kind) {
    case 'yes-no':
      return only('yes-no');
    case 'number':
      return only('number');
    case 'text':
      return only('text');
    case 'one-of':
      return only('text') && isList;
    case 'many-of':
      return only('list', 'text') && isList;
  }
}
