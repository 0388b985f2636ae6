import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type Converted, convert } from '#host/exports/convert/convert.ts';
import { createJobs } from '#host/jobs.ts';
import {
  type Arguments,
  type Command,
  FINE,
  PROBLEMS,
  UsageError,
  WRONG_USAGE,
} from '../command.ts';
import {
  count,
  placeText,
  printError,
  printResult,
  progressLine,
  type Terminal,
} from '../terminal.ts';
import {
  optionPairs,
  READABLE,
  summaryLines,
  tellLosses,
  WRITABLE,
  WRITING_HELP,
  WRITING_OPTIONS,
  writingChoices,
} from './format-arguments.ts';

/** So many problems are told; all of them with `--json`. */
const TOLD = 100;

/** `glossator convert`: from one format into another, without a project. */
export const convertFiles: Command = {
  name: 'convert',
  usage: 'convert <file or folder>… <target> --to <format> [options]',
  summary: 'turn files of one format into another, without a project',
  help: `
Reads files of one format and writes them in another, whole or not at all. Says on standard error what could
not be read and what the new format leaves out. \`glossator formats\` lists the formats and their options.

Options:
  --from <format>      how to read; auto (default) finds out from what is in the files
  --to <format>        how to write
  --option <a=b>       an option of the format that is written; can be repeated
  --read-option <a=b>  an option of the format that is read; can be repeated${WRITING_HELP}
  --force              replace files that are there`,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    'read-option': { type: 'string', multiple: true },
    force: { type: 'boolean' },
    overwrite: { type: 'boolean' },
    ...WRITING_OPTIONS,
  },
  async run(args, terminal) {
    const inputs = args.words.slice(0, -1);
    const target = args.words.at(-1);
    if (target === undefined || inputs.length === 0) {
      throw new UsageError('files to read and a place to write are needed.');
    }
    const { from, to } = formatsOf(args);
    const at = (path: string) => resolve(terminal.cwd, path);
    // The heap grows by small steps: else garbage of one piece after the other piles up first.
    setFlagsFromString('--heap-growing-percent=20');
    const showProgress = progressLine(terminal);
    const jobs = createJobs((event, data) => {
      if (event === 'job.progress') showProgress(data as Parameters<typeof showProgress>[0]);
    });
    const conversion = {
      inputs: inputs.map(at),
      ...{ from, to, target: at(target) },
      ...optionsOf(args, from, to),
      ...writingChoices(args),
      overwrite: args.has('force') || args.has('overwrite'),
    };
    const result = await jobs.run('convert', (job) => convert(conversion, job));
    if (!result.ok) {
      printError(terminal, result.error);
      return result.error.code === 'bad-request' ? WRONG_USAGE : PROBLEMS;
    }
    report(result.value, terminal);
    return FINE;
  },
};

function formatsOf(args: Arguments): { readonly from: string; readonly to: string } {
  const from = args.one('from') ?? 'auto';
  const to = args.one('to');
  if (to === undefined) throw new UsageError('it was not said into which format (--to).');
  if (!WRITABLE.some(({ id }) => id === to)) {
    const known = WRITABLE.map(({ id }) => id).join(', ');
    throw new UsageError(`there is no format ‘${to}’ to write. There are: ${known}.`);
  }
  if (from !== 'auto' && !READABLE.some(({ id }) => id === from)) {
    const known = READABLE.map(({ id }) => id).join(', ');
    throw new UsageError(`there is no format ‘${from}’ to read. There are: auto, ${known}.`);
  }
  return { from, to };
}

/** An option that only the format read has is one about reading. */
function optionsOf(args: Arguments, from: string, to: string) {
  const writes = WRITABLE.find(({ id }) => id === to)?.options ?? [];
  const reads = READABLE.find(({ id }) => id === from)?.readOptions ?? [];
  const isAboutReading = ([id]: readonly [string, string]) =>
    !writes.some((option) => option.id === id) && reads.some((option) => option.id === id);
  const given = optionPairs(args);
  return {
    options: Object.fromEntries(given.filter((pair) => !isAboutReading(pair))),
    readOptions: Object.fromEntries([
      ...given.filter(isAboutReading),
      ...optionPairs(args, 'read-option'),
    ]),
  };
}

function report({ from, summary, problems }: Converted, terminal: Terminal): void {
  for (const { message, place } of problems.slice(0, TOLD)) {
    terminal.err(`${message}${placeText(place)}\n`);
  }
  const more = problems.length - TOLD;
  if (more > 0) terminal.err(`${count(more, 'more problem')}; --json lists them.\n`);
  tellLosses(terminal, summary.losses);
  printResult(terminal, { from, ...summary, problems }, [
    `Read as ${from}.`,
    ...summaryLines(summary),
  ]);
}
