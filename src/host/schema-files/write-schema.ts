import type { ApiError } from '#api/problem.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Result } from '#core/result.ts';
import { writeSchema } from '#core/schema-formats/glossator/format.ts';
import { writeOneFile } from '../exports/write-one-file.ts';

/** Writes the schema as a file of its own, whole or not at all. */
export function writeSchemaFile(
  schema: Schema,
  path: string,
  overwrite: boolean,
): Promise<Result<null, ApiError>> {
  return writeOneFile(path, writeSchema(schema), overwrite);
}
