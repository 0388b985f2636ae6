import type { ImportChoice } from '#api/calls/imports.ts';
import { ok } from '#core/result.ts';
import { type EndpointsOf, type HostContext, requireSession } from '../context.ts';
import { applyImport } from './apply.ts';
import { intoProject } from './into.ts';
import { MOST_PROBLEMS } from './limits.ts';
import { look } from './look.ts';
import { previewImport } from './preview.ts';
import { previewText } from './preview-text.ts';
import { READERS } from './readers.ts';
import { shownSource } from './shown-source.ts';
import { optionsOf } from './source-options.ts';
import { Tickets } from './tickets.ts';

/** Answers `import.…`. */
export function importEndpoints(
  ctx: HostContext,
): EndpointsOf<
  | 'import.readers'
  | 'import.look'
  | 'import.preview'
  | 'import.text'
  | 'import.apply'
  | 'import.close'
> {
  const tickets = new Tickets();
  const { random, now } = ctx;
  const into = ({ into: where }: ImportChoice) =>
    intoProject(where === 'new' ? null : ctx.session());
  return {
    'import.readers': async () => ok(READERS.map(({ info }) => info)),
    // Needs no open project: people look at files before they make one.
    'import.look': ({ paths, job: name }) =>
      ctx.jobs.run(name, async (job) => {
        const looked = await look(paths, job);
        if (!looked.ok) return looked;
        const { id, sources, problems } = tickets.add(looked.value);
        const shown = [];
        for (const source of sources) {
          shown.push(shownSource(source, await optionsOf(source, source.reader, undefined, job)));
        }
        return ok({ ticket: id, sources: shown, problems: problems.slice(0, MOST_PROBLEMS) });
      }),
    'import.preview': async ({ ticket: id, choice, job: name }) => {
      const ticket = tickets.get(id);
      if (!ticket.ok) return ticket;
      return ctx.jobs.run(name, async (job) =>
        previewImport(ticket.value, choice, await into(choice), { job, random }),
      );
    },
    'import.text': async ({ ticket: id, choice, key, job: name }) => {
      const ticket = tickets.get(id);
      if (!ticket.ok) return ticket;
      return ctx.jobs.run(name, async (job) =>
        previewText(ticket.value, choice, key, await into(choice), job),
      );
    },
    'import.apply': async ({ ticket: id, choice, job: name }) => {
      const session = requireSession(ctx);
      if (!session.ok) return session;
      const ticket = tickets.get(id);
      if (!ticket.ok) return ticket;
      return ctx.jobs.run(name, (job) =>
        applyImport(session.value, ticket.value, choice, { job, random, now }),
      );
    },
    'import.close': async ({ ticket }) => {
      tickets.close(ticket);
      return ok(null);
    },
  };
}
