import type { Value } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err } from '#core/result.ts';
import { readSchemaFile } from '#core/schema-formats/registry.ts';
import { decodeSource, readSource } from '../documents/read-source.ts';

/** Reads a schema file of any known kind. Applies nothing. */
export async function readSchema(
  path: string,
): Promise<Result<Value<'schema.readFile'>, ApiError>> {
  const bytes = await readSource(path);
  if (!bytes.ok) return bytes;
  const decoded = decodeSource(bytes.value);
  if (!decoded.ok) {
    const { message, place } = decoded.error;
    return err({ code: 'invalid-file', message, place: { ...place, file: path } });
  }
  return readSchemaFile({ path, text: decoded.value.text });
}
