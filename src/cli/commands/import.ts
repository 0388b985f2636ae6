import { resolve } from 'node:path';
import type { ImportPreview } from '#api/calls/imports.ts';
import { exists } from '#host/exports/write-files.ts';
import {
  type Arguments,
  type Command,
  FINE,
  PROBLEMS,
  UsageError,
  WRONG_USAGE,
} from '../command.ts';
import { createProject } from '../create-project.ts';
import { newHost, withProject } from '../open-project.ts';
import { count, printError, printResult, type Terminal } from '../terminal.ts';
import { IMPORT_OPTIONS, importRequest } from './import-arguments.ts';
import { type Outcome, previewOnly, runImport } from './import-run.ts';
import { previewLines, tellProblems } from './import-words.ts';

/** `glossator import`: files into a project. */
export const importFiles: Command = {
  name: 'import',
  usage: 'import <project> <file or folder>… [options]',
  summary: 'add texts, documents and annotations to a project',
  help: `
Adds files, folders and zip archives, all or nothing, as one action that undo takes back. What each file is, is
found out from what is in it. Texts that are in the project already receive the annotations instead of being
doubled. Says on standard error what could not be read.

Options:
  --create             make the project folder if it is not there
  --format <name>      how to read: auto (default), or a reader that \`glossator formats\` lists
  --option <a=b>       a choice about reading; can be repeated
  --map <name=other>   what a type, relation or label becomes; nothing after = leaves it out; can be repeated
  --annotator <name>   whose the annotations become; without it, as the files say
  --encoding <name>    how to read text that is not UTF-8 and has no byte order mark:
                       utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1
  --skip-problems      import the other files where some cannot be read
  --allow-duplicates   import texts that are in the project already
  --dry-run            only say what would be imported`,
  options: {
    create: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    ...IMPORT_OPTIONS,
  },
  async run(args, terminal) {
    const [project, ...paths] = args.words;
    if (project === undefined) throw new UsageError('no project folder was given.');
    if (paths.length === 0) throw new UsageError('no files were given.');
    const request = importRequest(
      args,
      paths.map((path) => resolve(terminal.cwd, path)),
    );
    const isDryRun = args.has('dry-run');
    const isNew = args.has('create') && !(await exists(resolve(terminal.cwd, project)));
    if (isNew && isDryRun) {
      const host = newHost(terminal);
      const result = await previewOnly(host, request).finally(() => host.close());
      return end(result, args, terminal);
    }
    if (isNew) {
      const made = await createProject(terminal, project);
      if (!made.ok) {
        printError(terminal, made.error);
        return PROBLEMS;
      }
    }
    const mode = isDryRun ? 'read' : 'write';
    const result = await withProject(terminal, project, mode, ({ host, session }) =>
      runImport(host, session, request, isDryRun),
    );
    return end(result, args, terminal);
  },
};

function end(result: Awaited<ReturnType<typeof runImport>>, args: Arguments, terminal: Terminal) {
  if (!result.ok) {
    printError(terminal, result.error);
    return result.error.code === 'bad-request' ? WRONG_USAGE : PROBLEMS;
  }
  report(result.value, args, terminal);
  return result.value.unreadable.length === 0 ? FINE : PROBLEMS;
}

function report(outcome: Outcome, args: Arguments, terminal: Terminal): void {
  const { preview, added, received, unreadable, isDone } = outcome;
  tellProblems(terminal, outcome);
  const known = preview.documents.filter(({ fate }) => fate === 'known');
  for (const { name, same } of known) {
    const where = same?.id === null ? 'among these files' : 'in the project';
    terminal.err(`${name}: its text is ${where} already, as ‘${same?.name}’; passed over.\n`);
  }
  const isDryRun = args.has('dry-run');
  const json = {
    imported: added.map(({ id, name, length, source }) => ({
      ...{ id, name, characters: length, source },
    })),
    received,
    ...(isDryRun && { planned: planned(preview), schemaChanges: preview.schemaChanges }),
    counts: preview.counts,
    duplicates: known.map(({ file, name, same }) => ({
      path: file,
      name,
      duplicateOf: same?.name,
    })),
    problems: [
      ...unreadable.map(({ path, name, problem }) => ({ path, name, problem })),
      ...outcome.problems.map((problem) => ({ path: problem.place?.file ?? null, problem })),
    ],
  };
  const lines = isDryRun
    ? previewLines(preview)
    : [...added.map(({ id }) => id), lastLine(outcome, isDone)];
  printResult(terminal, json, lines);
}

function planned({ documents }: ImportPreview) {
  return documents
    .filter(({ fate }) => fate !== 'known')
    .map(({ file, name, fate }) => ({ path: file, name, fate }));
}

function lastLine({ added, received, spans, unreadable }: Outcome, isDone: boolean): string {
  if (!isDone)
    return `Nothing was imported: ${count(unreadable.length, 'file')} cannot be read (--skip-problems leaves them out).`;
  const parts = [
    `${count(added.length, 'document')} imported`,
    ...(received.length > 0 ? [`${count(received.length, 'document')} received annotations`] : []),
    ...(spans > 0 ? [count(spans, 'span')] : []),
  ];
  return `${parts.join(', ')}.`;
}
