import { type EndpointsOf, type HostContext, requireSession } from '../context.ts';
import { importDocuments } from './import-documents.ts';
import { inspect } from './inspect.ts';
import { searchDocuments } from './search.ts';

/** Answers the calls that bring documents in and look through their texts. */
export function documentEndpoints(
  ctx: HostContext,
): EndpointsOf<'documents.inspect' | 'documents.import' | 'documents.search'> {
  return {
    // Needs no open project: people look at files before they make one.
    'documents.inspect': ({ paths, encodings = {}, job: name }) => {
      const documents = ctx.session()?.manifest.documents ?? [];
      return ctx.jobs.run(name, (job) => inspect(documents, paths, encodings, job));
    },
    'documents.import': async ({ files, job: name }) => {
      const session = requireSession(ctx);
      if (!session.ok) return session;
      return ctx.jobs.run(name, (job) => importDocuments(session.value, files, ctx.now, job));
    },
    'documents.search': async ({ query, job: name }) => {
      const session = requireSession(ctx);
      if (!session.ok) return session;
      return ctx.jobs.run(name, (job) => searchDocuments(session.value, query, job));
    },
  };
}
