import { type EndpointsOf, type HostContext, requireSession } from '../context.ts';
import { readSchema } from './read-schema.ts';
import { writeSchemaFile } from './write-schema.ts';

/** Answers the calls that read and write schema files. */
export function schemaFileEndpoints(
  ctx: HostContext,
): EndpointsOf<'schema.readFile' | 'schema.writeFile'> {
  return {
    'schema.readFile': ({ path }) => readSchema(path),
    'schema.writeFile': async ({ path, overwrite }) => {
      const session = requireSession(ctx);
      return session.ok ? writeSchemaFile(session.value.schema, path, overwrite) : session;
    },
  };
}
