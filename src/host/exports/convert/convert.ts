import type { ExportSummary } from '#api/calls/exports.ts';
import type { ApiError } from '#api/problem.ts';
import type { FormatOptions } from '#core/formats/format.ts';
import { formatById } from '#core/formats/registry.ts';
import type { Problem } from '#core/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Job } from '../../jobs.ts';
import { chooseFormat } from '../choose-format.ts';
import { type WriteRequest, writeDataset } from '../write-export.ts';
import { type InputFile, inputFiles } from './input-files.ts';
import { type ReadableFormat, readInput, recognizeInput } from './read-input.ts';
import { Spill } from './spill.ts';

/** What to convert into what. */
export interface Conversion extends WriteRequest {
  /** Files and folders. */
  readonly inputs: readonly string[];
  /** Id of a format, or `auto`. */
  readonly from: string;
  readonly to: string;
  readonly readOptions: FormatOptions;
  readonly options: FormatOptions;
}

/** What came of it. */
export interface Converted {
  readonly from: string;
  readonly summary: ExportSummary;
  /** What was read in part or not at all. */
  readonly problems: readonly Problem[];
}

/**
 * Converts files of one format into another, whole or not at all, without a project. Where the formats can be
 * read piece by piece, what is in memory does not grow with the input.
 */
export async function convert(
  conversion: Conversion,
  job: Job,
): Promise<Result<Converted, ApiError>> {
  const { to, options, split } = conversion;
  const chosen = chooseFormat({ format: to, options, split });
  if (!chosen.ok) return chosen;
  const files = await inputFiles(conversion.inputs);
  if (!files.ok) return files;
  const { inputs, companions } = withoutCompanions(files.value);
  const format =
    conversion.from === 'auto' ? await recognizeInput(inputs) : readable(conversion.from);
  if (!format.ok) return format;
  const readOptions = completeReadOptions(format.value, conversion.readOptions);
  if (!readOptions.ok) return readOptions;
  const spill = new Spill();
  try {
    const read = await readInput(format.value, inputs, readOptions.value, spill, job);
    if (!read.ok) return read;
    const written = await writeDataset(
      chosen.value,
      { dataset: read.value, losses: [] },
      conversion,
      job,
    );
    if (!written.ok) return written;
    const problems = [...companions, ...(read.value.problems ?? [])];
    return ok({ from: format.value.id, summary: written.value, problems });
  } finally {
    spill.close();
  }
}

/** Beside other files, what an export kept apart is no part of the data: it is named, and left out. */
function withoutCompanions(files: readonly InputFile[]): {
  readonly inputs: readonly InputFile[];
  readonly companions: readonly Problem[];
} {
  const isCompanion = ({ path }: InputFile) => path.endsWith('.left-out.jsonl');
  const inputs = files.filter((file) => !isCompanion(file));
  if (inputs.length === 0) return { inputs: files, companions: [] };
  const message =
    'This file holds what an export left out, so it is not read with the others. Convert it by itself.';
  const companions = files
    .filter(isCompanion)
    .map(({ path }) => ({ code: 'left-out-file', message, place: { file: path } }));
  return { inputs, companions };
}

function readable(id: string): Result<ReadableFormat, ApiError> {
  const format = formatById(id);
  if (format?.read) return ok({ ...format, read: format.read.bind(format) });
  return err({ code: 'bad-request', message: `There is no format ‘${id}’ that can be read.` });
}

function completeReadOptions(
  { name, readOptions = [] }: ReadableFormat,
  given: FormatOptions,
): Result<FormatOptions, ApiError> {
  for (const [id, value] of Object.entries(given)) {
    const option = readOptions.find((one) => one.id === id);
    if (option?.choices.some((choice) => choice.value === value)) continue;
    const known = option
      ? `‘${id}’ can be ${option.choices.map((choice) => `‘${choice.value}’`).join(' or ')}, not ‘${value}’.`
      : `There is no option ‘${id}’ about reading ${name}.`;
    return err({ code: 'bad-request', message: known });
  }
  const defaults = readOptions.map((option) => [option.id, option.default] as const);
  return ok({ ...Object.fromEntries(defaults), ...given });
}
