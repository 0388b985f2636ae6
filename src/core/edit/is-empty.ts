import type { Change } from './change.ts';

/** Whether the change changes nothing. */
export function isEmpty(change: Change): boolean {
  for (const part of [change.added, change.updated, change.removed]) {
    for (const id in part) if (Object.hasOwn(part, id)) return false;
  }
  return true;
}
