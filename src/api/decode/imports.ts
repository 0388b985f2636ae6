import { z } from 'zod';
import type { ImportMapping, NameMapping } from '#core/exchange/import-mapping.ts';
import { annotatorType } from '#core/model/decode-project.ts';
import type { ImportCalls } from '../calls/imports.ts';
import { type Decoders, decoder } from './decoder.ts';
import { annotatorId, encoding, job, name, nothing, path, paths } from './parts.ts';

const MANY = 100_000;

/** Given by the host: of a ticket, a source, a document looked at. */
const key = z.string().min(1).max(200);
const keys = z.array(key).max(1_000_000);

const nameMapping: z.ZodType<NameMapping> = z.record(name, z.nullable(name));
const ofTypes = z.record(name, nameMapping);
/** How names are brought into a schema; merges use it, too. */
export const importMapping: z.ZodType<ImportMapping> = z.strictObject({
  entityTypes: nameMapping,
  relationTypes: nameMapping,
  documentLabels: nameMapping,
  entityAttributes: ofTypes,
  relationAttributes: ofTypes,
});

const sourceChoice = z.strictObject({
  source: key,
  reader: z.string().min(1).max(100).exactOptional(),
  options: z.record(z.string().max(2_000), z.string().max(2_000)).exactOptional(),
  encodings: z.record(path, encoding).exactOptional(),
  without: paths.exactOptional(),
});

const choice = z.strictObject({
  into: z.literal('new').exactOptional(),
  sources: z.array(sourceChoice).max(MANY),
  mapping: z.nullable(importMapping),
  annotators: z.record(annotatorId, annotatorType),
  copies: keys,
  without: keys,
});

const chosen = z.strictObject({ ticket: key, choice, job });

/** Decoders of `import.…`. */
export const importDecoders: Decoders<keyof ImportCalls> = {
  'import.readers': decoder(nothing),
  'import.look': decoder(z.strictObject({ paths, job })),
  'import.preview': decoder(chosen),
  'import.text': decoder(chosen.extend({ key })),
  'import.apply': decoder(chosen),
  'import.close': decoder(z.strictObject({ ticket: key })),
};
