import { z } from 'zod';
import type { Migration } from '#core/edit/schema/migration.ts';
import { name } from './parts.ts';

const of = z.enum(['entity', 'relation']);

const fromTo = <const Kind extends string>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), from: name, to: name });

/** Values of attributes by values. */
const values = z.record(z.string().max(500), z.string().max(500));

const migration: z.ZodType<Migration> = z.discriminatedUnion('kind', [
  fromTo('rename-entity-type'),
  fromTo('rename-relation-type'),
  fromTo('rename-label'),
  fromTo('merge-entity-types'),
  fromTo('merge-relation-types'),
  fromTo('rename-attribute').extend({ of, type: name }),
  z.strictObject({
    kind: z.literal('split-entity-type'),
    type: name,
    attribute: name,
    into: z.record(name, name),
  }),
  z.strictObject({ kind: z.literal('delete-entity-type'), type: name }),
  z.strictObject({ kind: z.literal('delete-relation-type'), type: name }),
  z.strictObject({ kind: z.literal('delete-attribute'), of, type: name, name }),
  z.strictObject({ kind: z.literal('delete-label'), name }),
  z.strictObject({ kind: z.literal('rename-values'), of, type: name, name, into: values }),
  z.strictObject({ kind: z.literal('rename-label-values'), name, into: values }),
]);

/** What an edit of the schema does to the annotations, in order. */
export const migrations = z.array(migration).max(10_000);
