import type { AttributeDefinition, EntityType, RelationType, Schema } from '#core/model/schema.ts';
import { freeKeyFor } from './keys.ts';
import { freeName, type TypeKind, typesOf } from './schema-edit.ts';

/**
 * Colours for new types: those of the default schema first, then more that differ from them in
 * hue or lightness, also for people who see red and green alike.
 */
export const PALETTE = [
  '#116985',
  '#a54d00',
  '#08b866',
  '#754ac0',
  '#d095a4',
  '#a1ad00',
  '#8da0e9',
  '#c2334d',
  '#e0a100',
  '#2f9fb0',
  '#7a5230',
  '#6b7280',
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
