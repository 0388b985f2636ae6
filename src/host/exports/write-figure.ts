import type { Args } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err } from '#core/result.ts';
import { writeOneFile } from './write-one-file.ts';

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
  const bytes = Buffer.from(data, format === 'png' ? 'base64' : 'utf8');
  if (!BEGINNINGS[format].test(bytes.toString('latin1', 0, 200))) {
    return err({ code: 'bad-request', message: `This is no ${format.toUpperCase()} file.` });
  }
  return writeOneFile(target, bytes, overwrite);
}
