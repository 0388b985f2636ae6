import { z } from 'zod';
import { decode } from '../../model/decode.ts';
import { schemaType } from '../../model/decode-schema.ts';
import type { Schema } from '../../model/schema.ts';
import { err, ok, type Result } from '../../result.ts';
import { linesOf } from '../../text/lines.ts';
import type { SchemaFile, SchemaFormat, SchemaFormatError, SchemaRead } from '../schema-format.ts';

export const SCHEMA_FORMAT = 'glossator-schema';
export const SCHEMA_VERSION = 1;

const headType = z.looseObject({
  format: z.literal(SCHEMA_FORMAT).exactOptional(),
  formatVersion: z.int().min(1).exactOptional(),
});

/** Our own schema file: what a project keeps as `schema.json`. */
export const glossatorSchema: SchemaFormat = {
  id: 'glossator-schema',
  name: 'Glossator schema (JSON)',
  extensions: ['json'],
  recognizes: ({ text }) => /^\s*\{/u.test(text),
  read,
  write: writeSchema,
};

/** Writes a schema as a file of its own, one type per line. */
export function writeSchema(schema: Schema): string {
  const list = (values: readonly unknown[]) =>
    values.length === 0
      ? '[]'
      : `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`;
  const { entityTypes, relationTypes, documentLabels } = schema;
  return `{
"format":"${SCHEMA_FORMAT}",
"formatVersion":${SCHEMA_VERSION},
"entityTypes":${list(entityTypes)},
"relationTypes":${list(relationTypes)},
"documentLabels":${list(documentLabels)}
}
`;
}

function read({ path, text }: SchemaFile): Result<SchemaRead, SchemaFormatError> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return err({
      code: 'invalid-file',
      message: 'This is not valid JSON, so it was not read.',
      place: { file: path, ...placeOf(error, text) },
    });
  }
  const head = decode(headType, raw);
  if (!head.ok) {
    const message = `This is not a schema of Glossator. ${head.error.message}`;
    return err({ code: 'invalid-file', message, place: { file: path, ...head.error.place } });
  }
  const { format: _format, formatVersion = SCHEMA_VERSION, ...rest } = head.value;
  if (formatVersion > SCHEMA_VERSION) {
    const message = `This schema was written by a newer Glossator (version ${formatVersion} of the format).`;
    return err({ code: 'newer-format', message, place: { file: path } });
  }
  const schema = decode(schemaType, rest);
  if (schema.ok) return ok({ schema: schema.value, problems: [] });
  const message = `This is not a schema of Glossator. ${schema.error.message}`;
  return err({ code: 'invalid-file', message, place: { file: path, ...schema.error.place } });
}

function placeOf(error: unknown, text: string) {
  const position = /position (\d+)/u.exec(String(error))?.[1];
  return position === undefined ? {} : linesOf(text).placeOf(Number(position));
}
