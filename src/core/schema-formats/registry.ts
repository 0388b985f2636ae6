import { err, ok, type Result } from '../result.ts';
import { validateSchema } from '../schema/validate.ts';
import { bratSchema } from './brat/format.ts';
import { withKeys } from './fill-keys.ts';
import { glossatorSchema } from './glossator/format.ts';
import { labelStudioSchema } from './label-studio/format.ts';
import { refiCodebook } from './refi-qda/format.ts';
import type { SchemaFile, SchemaFormat, SchemaFormatError, SchemaRead } from './schema-format.ts';

/** Every kind of schema file, most definite contents first. */
export const SCHEMA_FORMATS: readonly SchemaFormat[] = [
  glossatorSchema,
  refiCodebook,
  labelStudioSchema,
  bratSchema,
];

/** Reads a schema file of any kind; its contents tell which. */
export function readSchemaFile(
  file: SchemaFile,
): Result<SchemaRead & { readonly format: string }, SchemaFormatError> {
  const format = SCHEMA_FORMATS.find((candidate) => candidate.recognizes(file));
  if (!format) {
    const names = SCHEMA_FORMATS.map(({ name }) => name).join(', ');
    return err({
      code: 'invalid-file',
      message: `This is none of the schema files that can be read: ${names}.`,
      place: { file: file.path },
    });
  }
  const read = format.read(file);
  if (!read.ok) return read;
  const schema = format === glossatorSchema ? read.value.schema : withKeys(read.value.schema);
  const faults = validateSchema(schema).map(({ code, message, place }) => ({
    code,
    message,
    place: { ...place, file: file.path },
  }));
  return ok({ schema, problems: [...read.value.problems, ...faults], format: format.name });
}
