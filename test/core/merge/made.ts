import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Schema } from '#core/model/schema.ts';
import { newEntityType } from '#core/schema-formats/new-type.ts';

/** The n-th second, as the logs say it. */
export function time(n: number): string {
  return new Date(n * 1_000).toISOString();
}

export function span(id: string, type: string, start: number): AnnotationRecord {
  return { kind: 'span', id, type, ranges: [{ start, end: start + 2 }], attributes: {}, note: '' };
}

export function withType(schema: Schema, name: string): Schema {
  if (schema.entityTypes.some((one) => one.name === name)) return schema;
  return { ...schema, entityTypes: [...schema.entityTypes, newEntityType(name, '#336699')] };
}
