import type { z } from 'zod';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';

/** Formats of ours, and what a person calls such a file. */
const KINDS: Readonly<Record<string, string>> = {
  'glossator-project': 'a Glossator project',
  'glossator-schema': 'a Glossator schema',
  'glossator-set': 'a Glossator annotation set',
  'glossator-packet': 'what a Glossator packet says of itself',
  'glossator-document': 'what Glossator knows of a document',
};

/** Versions that are read, where they are more than the first. */
const NEWEST: Readonly<Record<string, number>> = { 'glossator-project': 2 };

/**
 * Checks that JSON is a file of the format and of a version that we know, then its shape.
 * @returns `invalid-file` or `newer-format`, with a sentence and the path inside the JSON.
 */
export function decodeFormat<Shape extends z.ZodType>(
  value: unknown,
  file: string,
  format: string,
  shape: Shape,
): Result<z.output<Shape>, ApiError> {
  const kind = KINDS[format] ?? format;
  const refuse = (code: 'invalid-file' | 'newer-format', message: string, path?: string) =>
    err<ApiError>({ code, message, place: { file, ...(path ? { path } : {}) } });

  if (!isObject(value) || value['format'] !== format)
    return refuse('invalid-file', `${file} is not ${kind}. It was left as it is.`);
  const version = value['formatVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refuse(
      'invalid-file',
      `${file} does not say of which format version it is. It was left as it is.`,
      'formatVersion',
    );
  if (version > (NEWEST[format] ?? 1))
    return refuse(
      'newer-format',
      `${file} was made by a newer Glossator (format version ${version}). Update Glossator to open it; the file was left as it is.`,
      'formatVersion',
    );

  const read = shape.safeParse(value);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const path = pathText(issue?.path ?? []);
  return refuse(
    'invalid-file',
    `${file} is damaged: at ${path || 'the top'}, ${lowerFirst(issue?.message ?? 'something is wrong')}. The file was left as it is; put back an older copy of it, or correct it by hand.`,
    path,
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else text += text === '' ? String(key) : `.${String(key)}`;
  }
  return text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
