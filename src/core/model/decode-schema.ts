import { z } from 'zod';
import { attributeValueType, nameType } from './decode-records.ts';
import type { AttributeDefinition, Schema } from './schema.ts';

const key = z.string().min(1).max(16).nullable();
const description = z.string().max(100_000);

export const attributeDefinitionType: z.ZodType<AttributeDefinition> = z.strictObject({
  name: nameType,
  kind: z.enum(['yes-no', 'one-of', 'many-of', 'text', 'number']),
  values: z.array(nameType).max(10_000),
  default: attributeValueType.nullable(),
  required: z.boolean(),
  key,
  description,
});

const annotationType = {
  name: nameType,
  parent: nameType.nullable(),
  color: z.string().regex(/^#[0-9a-f]{6}$/iu, 'A colour is written #rrggbb.'),
  key,
  description,
  examples: z.array(z.string().max(10_000)).max(1000),
  attributes: z.array(attributeDefinitionType).max(1000),
};

const names = z.array(nameType).max(10_000);

/** A whole schema, as to its form; `validateSchema` checks whether it makes sense. */
export const schemaType: z.ZodType<Schema> = z.strictObject({
  entityTypes: z.array(z.strictObject(annotationType)).max(10_000),
  relationTypes: z
    .array(z.strictObject({ ...annotationType, from: names, to: names, symmetric: z.boolean() }))
    .max(10_000),
  documentLabels: z.array(attributeDefinitionType).max(1000),
});
