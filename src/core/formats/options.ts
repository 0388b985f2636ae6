import { err, ok, type Result } from '../result.ts';
import type { Format, FormatError, FormatOptions } from './format.ts';

/**
 * Fills in the defaults of options that were not chosen.
 * Fails with `bad-option` where an option or a value does not exist.
 */
export function completeOptions(
  format: Format,
  chosen: FormatOptions,
): Result<FormatOptions, FormatError> {
  for (const [id, value] of Object.entries(chosen)) {
    const option = format.options.find((other) => other.id === id);
    if (option?.choices.some((choice) => choice.value === value)) continue;
    const known = option
      ? `‘${id}’ can be ${option.choices.map((choice) => `‘${choice.value}’`).join(' or ')}, not ‘${value}’.`
      : `${format.name} has no option ‘${id}’.`;
    return err({ code: 'bad-option', message: known, place: { id } });
  }
  const defaults = format.options.map((option) => [option.id, option.default] as const);
  return ok({ ...Object.fromEntries(defaults), ...chosen });
}
