import { inspectProject } from '../check/inspect-project.ts';
import { type Command, FINE, PROBLEMS, UsageError } from '../command.ts';
import { withProject } from '../open-project.ts';
import { count, placeText, printError, printResult } from '../terminal.ts';

/** `glossator check`: is all in this project as it should be? */
export const check: Command = {
  name: 'check',
  usage: 'check <project> [options]',
  summary: 'look for damaged files, and for annotations that do not fit text or schema',
  help: `
Reads every file of the project: manifest, schema, texts and sources (against their hashes), sets and change
logs.
Then compares each annotation with its text (quotes, offsets) and with the schema. Mends nothing.
The project may be open in a window meanwhile.

Options:
  --strict             warnings count as problems, too`,
  options: { strict: { type: 'boolean' } },
  async run(args, terminal) {
    const [project, extra] = args.words;
    if (project === undefined) throw new UsageError('no project folder was given.');
    if (extra !== undefined) throw new UsageError(`‘${extra}’ is one word too many.`);
    const result = await withProject(terminal, project, 'read', async ({ host, session }) => {
      const view = await host.endpoints['project.view'](null);
      return view.ok ? inspectProject(session, view.value.problems) : view;
    });
    if (!result.ok) {
      printError(terminal, result.error);
      return PROBLEMS;
    }
    const { documents, sets, findings } = result.value;
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const warnings = findings.length - errors;
    const lines = findings.map(
      ({ severity, message, place }) => `${severity}: ${message}${placeText(place)}`,
    );
    const looked = `${count(documents, 'document')} and ${count(sets, 'set')} looked at`;
    const summary = `${looked}: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
    printResult(terminal, { documents, sets, errors, warnings, findings }, [...lines, summary]);
    return errors > 0 || (args.has('strict') && warnings > 0) ? PROBLEMS : FINE;
  },
};
