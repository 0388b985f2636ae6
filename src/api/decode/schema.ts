import { z } from 'zod';
import { schemaType } from '#core/model/decode.ts';
import type { SchemaCalls } from '../calls/schema.ts';
import { type Decoders, decoder } from './decoder.ts';
import { migrations } from './migrations.ts';
import { label, path } from './parts.ts';

/** Decoders of `schema.…`. */
export const schemaDecoders: Decoders<keyof SchemaCalls> = {
  'schema.edit': decoder(z.strictObject({ label, schema: schemaType, migrations })),
  'schema.preview': decoder(z.strictObject({ migrations })),
  'schema.readFile': decoder(z.strictObject({ path })),
  'schema.writeFile': decoder(z.strictObject({ path, overwrite: z.boolean() })),
};
