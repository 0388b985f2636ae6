import type { ExportRequest } from '#api/calls/exports.ts';
import type { ApiError } from '#api/problem.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { Format, FormatOptions, TargetFile } from '#core/formats/format.ts';
import { countLosses, type Loss } from '#core/formats/losses.ts';
import { completeOptions } from '#core/formats/options.ts';
import { FORMATS, formatById } from '#core/formats/registry.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';

/** A format that can write, with all its options chosen. */
export interface ChosenFormat {
  readonly format: Format & { readonly write: NonNullable<Format['write']> };
  readonly options: FormatOptions;
}

/** The format and options of a request; `bad-request` where there are none such. */
export function chooseFormat({
  format: id,
  options,
}: ExportRequest): Result<ChosenFormat, ApiError> {
  const format = formatById(id);
  const write = format?.write?.bind(format);
  if (!format || !write) {
    const known = FORMATS.filter((one) => one.write).map((one) => one.id);
    const message = `There is no export format ‘${id}’. There are: ${known.join(', ')}.`;
    return err({ code: 'bad-request', message });
  }
  const complete = completeOptions(format, options);
  if (!complete.ok) return err({ ...complete.error, code: 'bad-request' });
  return ok({ format: { ...format, write }, options: complete.value });
}

/** The files that the format makes of the dataset. */
export function filesOf(
  { format, options }: ChosenFormat,
  dataset: Dataset,
): Result<readonly TargetFile[], ApiError> {
  const files = format.write(dataset, options);
  return files.ok ? files : err({ ...files.error, code: 'refused' });
}

/** What the format leaves out of this dataset. */
export function lossesOf({ format, options }: ChosenFormat, dataset: Dataset): readonly Loss[] {
  const byKind = countLosses(format.losesWith?.(options) ?? format.loses, dataset);
  return [...byKind, ...(format.losses?.(dataset, options) ?? [])];
}
