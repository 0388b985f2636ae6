import type { AttributeDefinition, EntityType, RelationType, Schema } from '#core/model/schema.ts';
import { freeKeyFor } from './keys.ts';
import { freeName, type TypeKind, typesOf } from './schema-edit.ts';

/**
 * Colours for new types. Hues are spread so that neighbours differ for people who see red and
 * green alike (after Okabe and Ito), and none is near the colours of errors and selection.
 */
export const PALETTE = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#7b5ea7',
  '#8c6d31',
  '#b5485d',
  '#4d7f8f',
  '#6b8e23',
  '#6e7f99',
] as const;

/** The colour of the palette that fewest types have, the first of them in order. */
export function nextColor(schema: Schema): string {
  const used = [...schema.entityTypes, ...schema.relationTypes].map((t) => t.color.toLowerCase());
  const times = (color: string) => used.filter((other) => other === color).length;
  return PALETTE.reduce((best, color) => (times(color) < times(best) ? color : best));
}

/** A type with a free name, colour and key, below `parent`. */
export function newType(schema: Schema, kind: TypeKind, parent: string | null): RelationType {
  const base = kind === 'entity' ? 'New type' : 'new relation';
  const name = freeName(
    typesOf(schema, kind).map((type) => type.name),
    base,
  );
  return {
    name,
    parent,
    color: nextColor(schema),
    key: freeKeyFor(schema, { kind, name }),
    description: '',
    examples: [],
    attributes: [],
    from: [],
    to: [],
    symmetric: false,
  };
}

/** The schema with one more type at the end of its siblings. */
export function addType(schema: Schema, kind: TypeKind, type: RelationType): Schema {
  if (kind === 'relation') return { ...schema, relationTypes: [...schema.relationTypes, type] };
  const { from: _from, to: _to, symmetric: _symmetric, ...entity } = type;
  return { ...schema, entityTypes: [...schema.entityTypes, entity satisfies EntityType] };
}

/** An attribute or document label with a free name, of the simplest kind. */
export function newAttribute(taken: readonly string[], base: string): AttributeDefinition {
  return {
    name: freeName(taken, base),
    kind: 'yes-no',
    values: [],
    default: null,
    required: false,
    key: null,
    description: '',
  };
}
