import type { ApiError } from '#api/problem.ts';
import { err, ok } from '#core/result.ts';
import type { EndpointsOf, HostContext } from '../context.ts';
import { MOST_PROBLEMS } from './limits.ts';
import { look } from './look.ts';
import { READERS } from './readers.ts';
import { shownSource } from './shown-source.ts';
import { Tickets } from './tickets.ts';

const SOON: ApiError = { code: 'refused', message: 'This cannot be imported yet.' };

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
  return {
    'import.readers': async () => ok(READERS.map(({ info }) => info)),
    // Needs no open project: people look at files before they make one.
    'import.look': ({ paths, job: name }) =>
      ctx.jobs.run(name, async (job) => {
        const looked = await look(paths, job);
        if (!looked.ok) return looked;
        const { id, sources, problems } = tickets.add(looked.value);
        const shown = sources.map((source) => shownSource(source, source.reader.options));
        return ok({ ticket: id, sources: shown, problems: problems.slice(0, MOST_PROBLEMS) });
      }),
    'import.preview': async () => err(SOON),
    'import.text': async () => err(SOON),
    'import.apply': async () => err(SOON),
    'import.close': async ({ ticket }) => {
      tickets.close(ticket);
      return ok(null);
    },
  };
}
