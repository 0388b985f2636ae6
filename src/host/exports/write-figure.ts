import { basename, resolve } from 'node:path';
import type { Args } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';
import { writeDurable } from '../store/durable-file.ts';
import { nodeFiles } from '../store/files.ts';
import { exists } from './write-files.ts';
import { writeProblem } from './write-problem.ts';

/** How files of each format begin. The window may write figures, not whatever it likes. */
const BEGINNINGS: Readonly<Record<Args<'export.figure'>['format'], RegExp>> = {
  svg: /^(?:<\?xml[^>]*\?>\s*)?<svg[\s>]/u,
  html: /^<!doctype html>/iu,
  png: /^.PNG\r\n/u,
};

/** Writes a figure that the window has made, whole or not at all. */
export async function writeFigure({
  format,
  data,
  target,
  overwrite,
}: Args<'export.figure'>): Promise<Result<null, ApiError>> {
  const path = resolve(target);
  const bytes = Buffer.from(data, format === 'png' ? 'base64' : 'utf8');
  if (!BEGINNINGS[format].test(bytes.toString('latin1', 0, 200))) {
    return err({ code: 'bad-request', message: `This is no ${format.toUpperCase()} file.` });
  }
  try {
    if (!overwrite && (await exists(path))) {
      const message = `‘${basename(path)}’ is there already. Nothing was written.`;
      return err({ code: 'exists', message, place: { file: path } });
    }
    await writeDurable(nodeFiles, path, bytes);
    return ok(null);
  } catch (error) {
    return err(writeProblem(error, path, 'Could not write'));
  }
}
