import type { Schema } from '#core/model/schema.ts';
import type { Problem } from '#core/problem.ts';
import { call } from '../../state/client.ts';
import { say } from '../../state/messages.ts';

/** A schema file as it was read. */
export interface SchemaFile {
  /** Name without folders. */
  readonly name: string;
  readonly format: string;
  readonly schema: Schema;
  readonly problems: readonly Problem[];
}

/** Lets the person choose a schema file and reads it. `null` where nothing came of it. */
export async function chooseSchemaFile(): Promise<SchemaFile | null> {
  const chosen = await call('app.choose', { purpose: 'schema' });
  if (!chosen.ok) {
    say('error', chosen.error.message);
    return null;
  }
  const [path] = chosen.value;
  if (path === undefined) return null;
  const read = await call('schema.readFile', { path });
  if (!read.ok) {
    say('error', read.error.message);
    return null;
  }
  return { name: path.split(/[\\/]/u).at(-1) ?? path, ...read.value };
}
