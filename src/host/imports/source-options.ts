import type { FormatOption } from '#api/calls/exports.ts';
import type { SourceChoice } from '#api/calls/imports.ts';
import type { ApiError } from '#api/problem.ts';
import type { FormatOptions } from '#core/formats/format.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import type { Source } from './group.ts';
import { chosenEncoding } from './read-files.ts';
import { type Reader, readerById } from './readers.ts';

/** The reader that a source is read with. */
export function chosenReader(
  source: Source,
  choice: SourceChoice | undefined,
): Result<Reader, ApiError> {
  if (choice?.reader === undefined) return ok(source.reader);
  const reader = readerById(choice.reader);
  if (reader) return ok(reader);
  const message = `There is no way to read files that is called ‘${choice.reader}’.`;
  return err({ code: 'bad-request', message, place: { id: choice.reader } });
}

/** Choices about reading that a source has with a reader; none where its file cannot be read. */
export async function optionsOf(
  source: Source,
  reader: Reader,
  choice: SourceChoice | undefined,
  job: Job,
): Promise<readonly FormatOption[]> {
  const [file] = source.files;
  if (!reader.document?.optionsFor || !file) return reader.options;
  const bytes = await file.read();
  if (!bytes.ok) return [];
  const { path } = file;
  const encoding = chosenEncoding(choice, path);
  const given = { path, bytes: bytes.value, ...(encoding ? { encoding } : {}) };
  const reading = readingOf(job, file.name);
  const options = await reader.document.optionsFor(given, reading, choice?.options ?? {});
  return options.ok ? options.value : [];
}

/** What a reader of documents gets of a job. */
export function readingOf(job: Job, name: string) {
  return {
    signal: job.signal,
    progress: (done: number, total: number) => job.progress(done, total, name),
  };
}

/** The value of every option. Fails where an option or a value does not exist. */
export function completeReadOptions(
  reader: Reader,
  options: readonly FormatOption[],
  chosen: FormatOptions,
): Result<FormatOptions, ApiError> {
  for (const [id, value] of Object.entries(chosen)) {
    const option = options.find((one) => one.id === id);
    if (option?.choices.some((one) => one.value === value)) continue;
    const message = option
      ? `‘${id}’ can be ${option.choices.map((one) => `‘${one.value}’`).join(' or ')}, not ‘${value}’.`
      : `There is no choice ‘${id}’ about reading ${reader.info.name}.`;
    return err({ code: 'bad-request', message, place: { id } });
  }
  const defaults = options.map((option) => [option.id, option.default] as const);
  return ok({ ...Object.fromEntries(defaults), ...chosen });
}
