import { resolve } from 'node:path';
import type { ImportCandidate } from '#api/calls/documents.ts';
import type { ApiError } from '#api/problem.ts';
import type { DocumentEntry, Encoding } from '#core/model/document.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import { type Arguments, type Command, FINE, PROBLEMS, UsageError } from '../command.ts';
import { createProject } from '../create-project.ts';
import { type OpenedProject, withProject } from '../open-project.ts';
import { count, placeText, printError, printResult, type Terminal } from '../terminal.ts';

const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
];

/** `glossator import`: text files into a project. */
export const importFiles: Command = {
  name: 'import',
  usage: 'import <project> <file or folder>… [options]',
  summary: 'add text files to a project',
  help: `
Adds text files as documents, all or none, as one action that undo takes back. Of a folder, all .txt, .text,
.md and .markdown files inside are taken. Files whose text is in the project already are passed over.

Options:
  --create             make the project folder if it is not there
  --encoding <name>    how to read files that are not UTF-8 and have no byte order mark:
                       ${ENCODINGS.join(', ')}
  --skip-problems      import the other files where some cannot be read
  --allow-duplicates   import texts that are in the project already
  --dry-run            only say what would be imported`,
  options: {
    create: { type: 'boolean' },
    encoding: { type: 'string' },
    'skip-problems': { type: 'boolean' },
    'allow-duplicates': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  async run(args, terminal) {
    const [project, ...paths] = args.words;
    if (project === undefined) throw new UsageError('no project folder was given.');
    if (paths.length === 0) throw new UsageError('no files were given.');
    const encoding = encodingOf(args);
    if (args.has('create') && !args.has('dry-run')) {
      const made = await createProject(terminal, project);
      if (!made.ok) {
        printError(terminal, made.error);
        return PROBLEMS;
      }
    }
    const mode = args.has('dry-run') ? 'read' : 'write';
    const result = await withProject(terminal, project, mode, (opened) =>
      importInto(opened, {
        args,
        encoding,
        paths: paths.map((path) => resolve(terminal.cwd, path)),
      }),
    );
    if (!result.ok) {
      printError(terminal, result.error);
      return PROBLEMS;
    }
    report(result.value, args, terminal);
    return result.value.problems.length === 0 ? FINE : PROBLEMS;
  },
};

function encodingOf(args: Arguments): Encoding | undefined {
  const given = args.one('encoding');
  const encoding = ENCODINGS.find((name) => name === given?.toLowerCase());
  if (given !== undefined && encoding === undefined) {
    throw new UsageError(`‘${given}’ is not among the encodings: ${ENCODINGS.join(', ')}.`);
  }
  return encoding;
}

interface Outcome {
  readonly imported: readonly DocumentEntry[];
  readonly planned: readonly ImportCandidate[];
  readonly duplicates: readonly ImportCandidate[];
  readonly problems: readonly ImportCandidate[];
}

async function importInto(
  { host }: OpenedProject,
  {
    args,
    encoding,
    paths,
  }: {
    readonly args: Arguments;
    readonly encoding: Encoding | undefined;
    readonly paths: readonly string[];
  },
): Promise<Result<Outcome, ApiError>> {
  const job = 'import';
  const found = await host.endpoints['documents.inspect']({ paths, job });
  if (!found.ok) return found;
  let candidates = found.value;
  const doubtful = candidates.filter((one) => one.problem && one.choices.length > 0);
  if (encoding !== undefined && doubtful.length > 0) {
    const encodings = Object.fromEntries(doubtful.map(({ path }) => [path, encoding]));
    const files = candidates.map(({ path }) => path);
    const again = await host.endpoints['documents.inspect']({ paths: files, encodings, job });
    if (!again.ok) return again;
    candidates = again.value;
  }
  const problems = candidates.filter((one) => one.problem !== null);
  const readable = candidates.filter((one) => one.problem === null);
  const isDuplicate = (one: ImportCandidate) =>
    one.duplicateOf !== null && !args.has('allow-duplicates');
  const duplicates = readable.filter(isDuplicate);
  const planned = readable.filter((one) => !isDuplicate(one));
  const isRefused = problems.length > 0 && !args.has('skip-problems');
  if (args.has('dry-run') || isRefused || planned.length === 0) {
    return ok({ imported: [], planned: isRefused ? [] : planned, duplicates, problems });
  }
  const files = planned.map(({ path, encoding: name }) => ({ path, encoding: name }));
  const imported = await host.endpoints['documents.import']({ files, job });
  return imported.ok ? ok({ imported: imported.value, planned, duplicates, problems }) : imported;
}

function report(
  { imported, planned, duplicates, problems }: Outcome,
  args: Arguments,
  terminal: Terminal,
): void {
  for (const { path, name, problem, choices } of problems) {
    const place = { ...problem?.place, file: path };
    terminal.err(`${name}: ${problem?.message ?? ''}${placeText(place)}\n`);
    const [likely] = choices;
    if (likely) terminal.err(`  Perhaps: --encoding ${likely.encoding}\n`);
  }
  for (const { name, duplicateOf, duplicateIn } of duplicates) {
    const where = duplicateIn === 'list' ? 'among these files' : 'in the project';
    terminal.err(`${name}: its text is ${where} already, as ‘${duplicateOf}’; passed over.\n`);
  }
  const json = {
    imported: imported.map(({ id, name, length, source }) => ({
      id,
      name,
      characters: length,
      source,
    })),
    ...(args.has('dry-run') && { planned: planned.map(({ path, name }) => ({ path, name })) }),
    duplicates: duplicates.map(({ path, name, duplicateOf }) => ({ path, name, duplicateOf })),
    problems: problems.map(({ path, name, problem }) => ({ path, name, problem })),
  };
  const last =
    problems.length > 0 && imported.length === 0 && !args.has('dry-run')
      ? `Nothing was imported: ${count(problems.length, 'file')} cannot be read (--skip-problems leaves them out).`
      : args.has('dry-run')
        ? `${count(planned.length, 'document')} would be imported.`
        : `${count(imported.length, 'document')} imported.`;
  printResult(terminal, json, [...imported.map(({ id }) => id), last]);
}
