import type { z } from 'zod';
import { decode } from '../model/decode.ts';
import { err, ok, type Result } from '../result.ts';
import { linesOf } from '../text/lines.ts';
import type { FormatError } from './format.ts';

/**
 * Parses JSON text and checks it. Failures have the file, and the line or the path of the fault.
 * @param line where the text starts in its file, for JSON Lines.
 */
export function parseJson<T>(
  type: z.ZodType<T>,
  text: string,
  file: string,
  line = 1,
): Result<T, FormatError> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/u.exec(String(error))?.[1] ?? Number.NaN);
    const at = Number.isNaN(position) ? { line } : placeIn(text, position, line);
    return err({
      code: 'invalid-file',
      message: `This is not valid JSON (${sentenceOf(error)}).`,
      place: { file, ...at },
    });
  }
  const decoded = decode(type, raw);
  if (decoded.ok) return ok(decoded.value);
  const { message, place } = decoded.error;
  return err({ code: 'invalid-file', message, place: { file, line, ...place } });
}

function placeIn(text: string, position: number, line: number) {
  const place = linesOf(text).placeOf(position);
  return { line: line + place.line - 1, column: place.column };
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/ in JSON at position.*$/su, '')
    .replace(/\.$/u, '')
    .slice(0, 200);
}
