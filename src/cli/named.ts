import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';

/** So many names are told where one is not found. */
const MOST_NAMED = 20;

/** Things by id or name; names that several have are refused. */
export function named<Thing extends { readonly id: string; readonly name: string }>(
  what: string,
  things: readonly Thing[],
  wanted: readonly string[],
): Result<readonly Thing[], ApiError> {
  const found: Thing[] = [];
  for (const word of wanted) {
    const byId = things.find(({ id }) => id === word);
    const all = byId ? [byId] : things.filter(({ name }) => name === word);
    const [first] = all;
    if (!first || all.length > 1) {
      const ids = all.map(({ id }) => id).join(', ');
      const known = things.map(({ name }) => name).slice(0, MOST_NAMED);
      const message = first
        ? `There are several ${what}s called ‘${word}’; name one by its id: ${ids}.`
        : `There is no ${what} ‘${word}’ in the project. There are: ${known.join(', ') || 'none'}${things.length > known.length ? ', …' : ''}.`;
      return err({ code: 'not-found', message });
    }
    found.push(first);
  }
  return ok(found);
}
