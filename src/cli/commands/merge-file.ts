import { resolve } from 'node:path';
import { mergeFiles } from '#host/merge/merge-files.ts';
import { attempt } from '#host/store/store-error.ts';
import { type Command, FINE, PROBLEMS, UsageError } from '../command.ts';
import { count, printError, printResult } from '../terminal.ts';

/** `glossator merge-file`: a merge driver for git. */
export const mergeFile: Command = {
  name: 'merge-file',
  usage: 'merge-file <base> <ours> <theirs>',
  summary: 'merge three versions of a set’s JSON file, for git',
  help: `
Merges the JSON file of a set annotation by annotation and writes the result over <ours>. <base> may be empty.
Where both sides changed one thing, ours stays; each such place is listed on standard error, and the exit code
is 1, so that git asks you to look. docs/MERGING.md says how to let git use it.
`,
  options: {},
  async run(args, terminal) {
    const [base, ours, theirs, extra] = args.words.map((path) => resolve(terminal.cwd, path));
    if (base === undefined || ours === undefined || theirs === undefined)
      throw new UsageError('three files are needed: base, ours, theirs.');
    if (extra !== undefined) throw new UsageError('three files are enough: base, ours, theirs.');
    const merged = await attempt(() => mergeFiles(base, ours, theirs));
    if (!merged.ok) {
      printError(terminal, merged.error);
      return PROBLEMS;
    }
    const { documentId, annotator, conflicts } = merged.value;
    for (const { id, words, reason, field } of conflicts) {
      const what = words === '' ? id : `‘${words}’ (${id})`;
      terminal.err(`${documentId}, ${annotator}, ${what}: ${field ?? reason}; ours stays\n`);
    }
    if (terminal.json) printResult(terminal, merged.value, []);
    if (conflicts.length === 0) return FINE;
    terminal.err(`${count(conflicts.length, 'conflict')} in ${documentId}, ${annotator}\n`);
    return PROBLEMS;
  },
};
