import { basename, resolve } from 'node:path';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';
import { writeDurable } from '../store/durable-file.ts';
import { nodeFiles } from '../store/files.ts';
import { exists } from './write-files.ts';
import { writeProblem } from './write-problem.ts';

/**
 * Writes one file where a person wants it, whole or not at all. Strings are written as UTF-8.
 * Fails with `exists` where something is there and `overwrite` is false.
 */
export async function writeOneFile(
  target: string,
  contents: string | Uint8Array,
  overwrite: boolean,
): Promise<Result<null, ApiError>> {
  const path = resolve(target);
  try {
    if (!overwrite && (await exists(path))) {
      const message = `‘${basename(path)}’ is there already. Nothing was written.`;
      return err({ code: 'exists', message, place: { file: path } });
    }
    const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
    await writeDurable(nodeFiles, path, bytes);
    return ok(null);
  } catch (error) {
    return err(writeProblem(error, path, 'Could not write'));
  }
}
