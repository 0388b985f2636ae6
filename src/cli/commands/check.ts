import type { ApiError } from '#api/problem.ts';
import { checkSet } from '#core/check/check-set.ts';
import type { Problem } from '#core/problem.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import { validateSchema } from '#core/schema/validate.ts';
import type { ProjectSession } from '#host/project/session.ts';
import { type Command, FINE, PROBLEMS, UsageError } from '../command.ts';
import { withProject } from '../open-project.ts';
import { count, placeText, printError, printResult } from '../terminal.ts';

/** Something that is wrong in a project. Warnings are for people to judge; errors spoil data. */
interface Finding extends Problem {
  readonly severity: 'error' | 'warning';
}

/** `glossator check`: is all in this project as it should be? */
export const check: Command = {
  name: 'check',
  usage: 'check <project> [options]',
  summary: 'look for damaged files, and for annotations that do not fit text or schema',
  help: `
Reads every file of the project: manifest, schema, texts (against their hashes), sets and change logs.
Then compares each annotation with its text (quotes, offsets) and with the schema. Mends nothing.
The project may be open in a window meanwhile.

Options:
  --strict             warnings count as problems, too`,
  options: { strict: { type: 'boolean' } },
  async run(args, terminal) {
    const [project, extra] = args.words;
    if (project === undefined) throw new UsageError('no project folder was given.');
    if (extra !== undefined) throw new UsageError(`‘${extra}’ is one word too many.`);
    const result = await withProject(terminal, project, 'read', ({ host, session }) =>
      inspectProject(session, async () => {
        const view = await host.endpoints['project.view'](null);
        return view.ok ? view.value.problems : [view.error];
      }),
    );
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

interface Inspection {
  readonly documents: number;
  readonly sets: number;
  readonly findings: readonly Finding[];
}

async function inspectProject(
  session: ProjectSession,
  openingProblems: () => Promise<readonly Problem[]>,
): Promise<Result<Inspection, ApiError>> {
  const findings: Finding[] = [];
  const error = (problem: Problem) => findings.push({ ...problem, severity: 'error' });
  for (const problem of await openingProblems()) error(problem);
  for (const problem of validateSchema(session.schema)) {
    findings.push({ ...problem, place: { ...problem.place, file: 'schema.json' } });
  }

  const texts = new Map<string, string>();
  const { documents } = session.manifest;
  for (const { id } of documents) {
    const text = await session.readText(id);
    if (text.ok) texts.set(id, '');
    else error(text.error);
  }
  const keys = await session.listSets();
  for (const key of keys) {
    const text = texts.has(key.documentId) ? await session.readText(key.documentId) : null;
    if (!text?.ok) continue;
    const file = `annotations/${key.documentId}/${key.annotatorId}.json`;
    const set = await session.readSet(key);
    if (!set.ok) {
      error(set.error);
      continue;
    }
    for (const problem of set.value.problems) {
      error({ ...problem, place: { file, ...problem.place } });
    }
    for (const problem of checkSet(set.value.index, session.schema, text.value)) {
      findings.push({ ...problem, place: { file, ...problem.place } });
    }
  }
  return ok({ documents: documents.length, sets: keys.length, findings });
}
