import { z } from 'zod';
import { migrations } from '#api/decode/migrations.ts';
import type { ApiError } from '#api/problem.ts';
import { manifestType, projectChangeTypeOf, schemaType } from '#core/model/decode.ts';
import { FORMAT_VERSION, type ProjectManifest } from '#core/model/project.ts';
import type { Schema } from '#core/model/schema.ts';
import { ok, type Result } from '#core/result.ts';
import type { FileCodec } from '../store/durable-adapter.ts';
import { decodeFormat } from '../store/file-format.ts';
import type { StoredChange } from '../store/set-format.ts';
import { isStoredChange } from '../store/stored-record.ts';
import { stringifyFile } from '../store/stringify.ts';

/** `project.json`. */
export const manifestCodec: FileCodec<ProjectManifest> = {
  decode: (value, file) => decodeFormat(value, file, 'glossator-project', manifestType),
  encode: async (manifest) =>
    Buffer.from(stringifyFile({ ...manifest, formatVersion: versionOf(manifest) })),
};

/** Projects in which documents share imported files cannot be read by the first Glossator; all others can. */
function versionOf({ documents, trash }: ProjectManifest): number {
  const entries = [...documents, ...trash.map(({ document }) => document)];
  return entries.some(({ source }) => source.file.includes('/')) ? 2 : FORMAT_VERSION;
}

const SCHEMA_FORMAT = 'glossator-schema';
const schemaFile = z.looseObject({ format: z.literal(SCHEMA_FORMAT), formatVersion: z.int() });

/** `schema.json`. */
export const schemaCodec: FileCodec<Schema> = {
  decode: (value, file) => {
    const read: Result<unknown, ApiError> = decodeFormat(value, file, SCHEMA_FORMAT, schemaFile);
    if (!read.ok) return read;
    const { format: _format, formatVersion: _version, ...rest } = Object(read.value);
    const schema = decodeFormat(
      { format: SCHEMA_FORMAT, formatVersion: 1, schema: rest },
      file,
      SCHEMA_FORMAT,
      z.looseObject({ schema: schemaType }),
    );
    return schema.ok ? ok(schema.value.schema) : schema;
  },
  encode: async (schema) =>
    Buffer.from(stringifyFile({ format: SCHEMA_FORMAT, formatVersion: FORMAT_VERSION, ...schema })),
};

const setKey = z.strictObject({ documentId: z.string(), annotatorId: z.string() });

// An import may hold hundreds of thousands of records, for which zod takes seconds.
const setChange = z.custom<StoredChange>(isStoredChange);

/** The change of a line of `project.log`: records as on disk, offsets in code points. */
export const storedProjectChange = projectChangeTypeOf(setChange).extend({
  migrations: migrations.exactOptional(),
  touched: z.array(setKey).exactOptional(),
});
export type StoredProjectChange = z.infer<typeof storedProjectChange>;
