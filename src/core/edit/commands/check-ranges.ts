import { normalizeRanges, type Range, type Ranges } from '../../model/range.ts';
import { ok, type Result } from '../../result.ts';
import { type EditError, refuse } from '../edit-error.ts';

/**
 * Puts ranges in order and joins those that touch.
 * Refuses offsets that are no whole numbers from 0 on, and ranges without a character.
 */
export function checkRanges(ranges: readonly Range[]): Result<Ranges, EditError> {
  const isValid = ranges.every(
    ({ start, end }) => Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0,
  );
  const normal = isValid ? normalizeRanges(ranges) : undefined;
  return normal ? ok(normal) : refuse('bad-ranges', 'A span needs at least one character.');
}
