import type { Problem } from '../problem.ts';
import { err, type Result } from '../result.ts';

/** Why a measure says nothing about these data: it was made for others. */
export type NotApplicable = Problem<'not-applicable'>;

/** A refusal with a sentence for the person who chose the measure. */
export function notApplicable(
  message: string,
  place?: Problem['place'],
): Result<never, NotApplicable> {
  return err({ code: 'not-applicable', message, ...(place ? { place } : {}) });
}
