import type { Change } from './change.ts';

/** The change that takes this one back: `apply(apply(set, change), invert(change))` is `set`. */
export function invert(change: Change): Change {
  return {
    added: change.removed,
    updated: Object.fromEntries(
      Object.entries(change.updated).map(([id, [before, after]]) => [id, [after, before]] as const),
    ),
    removed: change.added,
  };
}
