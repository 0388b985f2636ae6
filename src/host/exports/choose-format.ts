import type { ExportLoss, ExportRequest } from '#api/calls/exports.ts';
import type { ApiError } from '#api/problem.ts';
import { type ChosenFormat, isAboutRecords, optionOf } from '#core/exchange/export-losses.ts';
import { faultOfSplit } from '#core/exchange/export-split.ts';
import type { Loss } from '#core/formats/losses.ts';
import { completeOptions } from '#core/formats/options.ts';
import { FORMATS, formatById } from '#core/formats/registry.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';

/** The format and options of a request; `bad-request` where there are none such, or its split makes no sense. */
export function chooseFormat({
  format: id,
  options,
  split,
}: Pick<ExportRequest, 'format' | 'options' | 'split'>): Result<ChosenFormat, ApiError> {
  const format = formatById(id);
  const write = format?.write?.bind(format);
  if (!format || !write) {
    const known = FORMATS.filter((one) => one.write).map((one) => one.id);
    const message = `There is no export format ‘${id}’. There are: ${known.join(', ')}.`;
    return err({ code: 'bad-request', message });
  }
  const complete = completeOptions(format, options);
  if (!complete.ok) return err({ ...complete.error, code: 'bad-request' });
  const fault = split ? faultOfSplit(split) : null;
  if (fault !== null) return err({ code: 'bad-request', message: fault });
  return ok({ format: { ...format, write }, options: complete.value });
}

/** A loss as it is told. */
export function toldLoss({ format }: ChosenFormat, loss: Loss): ExportLoss {
  const { what, count, why } = loss;
  return { what, count, why, option: optionOf(format, loss), hasPlaces: isAboutRecords(loss) };
}
