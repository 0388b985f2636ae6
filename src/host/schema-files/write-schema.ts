import { basename, resolve } from 'node:path';
import type { ApiError } from '#api/problem.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';
import { writeSchema } from '#core/schema-formats/glossator/format.ts';
import { exists } from '../exports/write-files.ts';
import { writeProblem } from '../exports/write-problem.ts';
import { writeDurable } from '../store/durable-file.ts';
import { nodeFiles } from '../store/files.ts';

/** Writes the schema as a file of its own, whole or not at all. */
export async function writeSchemaFile(
  schema: Schema,
  path: string,
  overwrite: boolean,
): Promise<Result<null, ApiError>> {
  const target = resolve(path);
  try {
    if (!overwrite && (await exists(target))) {
      const message = `‘${basename(target)}’ is there already. Nothing was written.`;
      return err({ code: 'exists', message, place: { file: target } });
    }
    await writeDurable(nodeFiles, target, Buffer.from(writeSchema(schema)));
    return ok(null);
  } catch (error) {
    return err(writeProblem(error, target, 'Could not write'));
  }
}
