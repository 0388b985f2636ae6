import { type EndpointsOf, type HostContext, requireSession } from '../context.ts';
import { searchDocuments } from './search.ts';

/** Answers the call that looks through the texts of all documents. */
export function documentEndpoints(ctx: HostContext): EndpointsOf<'documents.search'> {
  return {
    'documents.search': async ({ query, job: name }) => {
      const session = requireSession(ctx);
      if (!session.ok) return session;
      return ctx.jobs.run(name, (job) => searchDocuments(session.value, query, job));
    },
  };
}
