import type { ExportLoss, ExportRequest, ExportSummary } from '#api/calls/exports.ts';
import type { Format, FormatOption } from '#core/formats/format.ts';
import { lossWords } from '#core/formats/losses.ts';
import { FORMATS } from '#core/formats/registry.ts';
import { type Arguments, UsageError } from '../command.ts';
import { count, type Terminal } from '../terminal.ts';

/** Formats that can be written. */
export const WRITABLE = FORMATS.filter((format) => format.write);
/** Formats that can be read. */
export const READABLE = FORMATS.filter((format) => format.read);

/** Options that `export` and `convert` share. */
export const WRITING_OPTIONS = {
  option: { type: 'string', multiple: true },
  'left-out': { type: 'string' },
  split: { type: 'string' },
  seed: { type: 'string' },
  'split-files': { type: 'string' },
} as const;

/** The help on them. */
export const WRITING_HELP = `
  --left-out <what>    drop (default), or separate-file: what the format cannot hold is kept in
                       <name>.left-out.jsonl beside the export, and can be imported again
  --split <a/b/c>      percentages of documents for train/dev/test, or for train/test: 80/10/10
  --seed <number>      another number gives another split (default 1)
  --split-files <how>  folders (default: train/…), or names (….train.conll)`;

/** Name and value of each `--option name=value`. @throws {UsageError} */
export function optionPairs(args: Arguments, name = 'option'): readonly [string, string][] {
  return args.all(name).map((option) => {
    const [, id, value] = /^([^=]+)=(.*)$/su.exec(option) ?? [];
    if (id === undefined || value === undefined) {
      throw new UsageError(`‘${option}’ is not of the form name=value.`);
    }
    return [id, value];
  });
}

/** The split and what becomes of what is lost. @throws {UsageError} */
export function writingChoices(args: Arguments): Pick<ExportRequest, 'split' | 'leftOut'> {
  const leftOut = args.one('left-out') ?? 'drop';
  if (leftOut !== 'drop' && leftOut !== 'separate-file') {
    throw new UsageError(`--left-out can be drop or separate-file, not ‘${leftOut}’.`);
  }
  const given = args.one('split');
  if (given === undefined) {
    if (args.has('seed')) throw new UsageError('--seed belongs to --split.');
    return { leftOut };
  }
  const numbers = given.split('/').map(Number);
  const [train = 0, second = 0, third] = numbers;
  if (numbers.some(Number.isNaN) || numbers.length < 2 || numbers.length > 3) {
    throw new UsageError(`--split takes percentages such as 80/10/10 or 80/20, not ‘${given}’.`);
  }
  const percent =
    third === undefined ? { train, dev: 0, test: second } : { train, dev: second, test: third };
  const seed = Number(args.one('seed') ?? 1);
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new UsageError('--seed takes a whole number from 0 to 4294967295.');
  }
  const layout = args.one('split-files') ?? 'folders';
  if (layout !== 'folders' && layout !== 'names') {
    throw new UsageError(`--split-files can be folders or names, not ‘${layout}’.`);
  }
  return { leftOut, split: { percent, seed, layout } };
}

/** Tells on standard error what was left out. */
export function tellLosses(terminal: Terminal, losses: readonly ExportLoss[]): void {
  for (const loss of losses) terminal.err(`Left out: ${lossWords(loss)}. ${loss.why}\n`);
}

/** What was written, line by line. */
export function summaryLines(summary: ExportSummary): readonly string[] {
  const { files, documents, spans, relations, leftOut, parts } = summary;
  return [
    ...files,
    ...parts.map((part) => `${part.name}: ${amounts(part)}`),
    ...(leftOut ? [`Kept ${count(leftOut.records, 'record')} in ${leftOut.file}.`] : []),
    `Wrote ${amounts({ documents, spans, relations })}.`,
  ];
}

/** `2 documents, 3 spans, 1 relation`. */
export function amounts(given: {
  readonly documents: number;
  readonly spans: number;
  readonly relations: number;
}): string {
  const { documents, spans, relations } = given;
  return `${count(documents, 'document')}, ${count(spans, 'span')}, ${count(relations, 'relation')}`;
}

/** Options of formats as help shows them: the default first. */
export function optionsHelp(
  formats: readonly Format[],
  optionsOf: (format: Format) => readonly FormatOption[] = (format) => format.options,
): string {
  return formats
    .flatMap((format) =>
      optionsOf(format).map(({ id, choices, default: preset }) => {
        const others = choices.map(({ value }) => value).filter((value) => value !== preset);
        return `  ${format.id}: ${id}=${[preset, ...others].join('|')}`;
      }),
    )
    .join('\n');
}
