import type { Change } from '#core/edit/change.ts';
import { NO_CHANGE } from '#core/edit/change.ts';
import { compose } from '#core/edit/compose.ts';
import { invert } from '#core/edit/invert.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import type { LeftOut } from '#core/edit/left-out.ts';
import { rebase } from '#core/edit/rebase.ts';
import { isSame } from '#core/edit/same.ts';
import { handBack, type Orphans } from '#core/edit/schema/hand-back.ts';
import { planMigrations } from '#core/edit/schema/plan-migrations.ts';
import type { SetKey, SetReader } from '#core/model/annotation-set.ts';
import { readAfter } from '#core/set/read-after.ts';
import { decodeChanges, type SetStore } from '../store/set-store.ts';
import { StoreError } from '../store/store-error.ts';
import type { StoredProjectChange } from './project-format.ts';
import { idOf } from './summary-index.ts';

/** What a project-wide action does to one set. */
export interface SetPart {
  readonly change: Change;
  readonly leftOut: readonly LeftOut[];
  /** What would name a type or label that the schema does not have, and did not before. */
  readonly orphans: Orphans;
}

/** Parts of open sets that were worked out already, by set: right as long as the set has that revision. */
export type KnownParts = ReadonlyMap<string, { readonly revision: number; readonly part: SetPart }>;

const NO_ORPHANS: Orphans = { spans: 0, relations: 0, labels: 0 };

/**
 * Works out an action's part in one set, from its line in `project.log` and the set as it is. Says the
 * same before the line is written, right after, and when a killed action is finished at the next start.
 *
 * @param reverts number of the action whose parts are taken back; `null` where it is no undo or redo.
 */
export async function partOf(
  set: SetStore,
  change: StoredProjectChange,
  reverts: number | null,
): Promise<SetPart> {
  let index: SetReader = set.index;
  let total: Change = NO_CHANGE;
  const leftOut: LeftOut[] = [];
  const add = (step: Change) => {
    if (isEmpty(step)) return;
    total = isEmpty(total) ? step : compose(total, step);
    index = readAfter(set.index, total);
  };

  if (reverts !== null) {
    for (const { head } of set.state.log.entries.filter((entry) => entry.head.action === reverts)) {
      const { inverse, kept } = keepingWork(index, invert(await set.changeOf(head.seq)));
      const rebased = rebase(index, inverse);
      leftOut.push(...kept, ...rebased.leftOut);
      add(rebased.change);
    }
  } else {
    const own = writtenParts(change).get(idOf(set.key));
    const [direct] = own ? decodeChanges(set.state.codec, [own.change], set.state.place) : [];
    if (direct) add(rebase(index, direct).change);
  }
  if (!change.schema) return { change: total, leftOut, orphans: NO_ORPHANS };
  const [before, after] = change.schema;
  if (change.migrations) add(planMigrations(index, before, after, change.migrations));
  const back = handBack(index, after, change.fallback);
  if (reverts !== null) add(back.change);
  const had = handBack(set.index, before).orphans;
  return { change: total, leftOut, orphans: moreThan(had, back.orphans) };
}

/** What the action brought and somebody worked on since is no longer the action's to take away. */
function keepingWork(set: SetReader, inverse: Change): { inverse: Change; kept: LeftOut[] } {
  const kept: LeftOut[] = [];
  const removed = Object.entries(inverse.removed).filter(([id, record]) => {
    const present = set.get(id);
    if (present?.kind !== record.kind || isSame(present, record)) return true;
    kept.push({ id, record: present, reason: 'changed' });
    return false;
  });
  return kept.length === 0
    ? { inverse, kept }
    : { inverse: { ...inverse, removed: Object.fromEntries(removed) }, kept };
}

type WrittenPart = NonNullable<StoredProjectChange['sets']>[number];

const written = new WeakMap<StoredProjectChange, ReadonlyMap<string, WrittenPart>>();

/** The parts that a line holds itself, by set: an action on ten thousand sets asks ten thousand times. */
function writtenParts(change: StoredProjectChange): ReadonlyMap<string, WrittenPart> {
  const known = written.get(change);
  if (known) return known;
  const parts = new Map((change.sets ?? []).map((part) => [idOf(part), part]));
  written.set(change, parts);
  return parts;
}

/** Whether the set has this action's part already. */
export function hasPart(set: SetStore, action: number): boolean {
  return set.state.log.entries.some(({ head }) => head.action === action);
}

/**
 * A set whose files are damaged cannot follow the schema.
 * @throws {StoreError} `refused`
 */
export function requireFollows(set: SetStore): void {
  if (set.readOnly === null) return;
  throw new StoreError({
    code: 'refused',
    message: `${set.state.place.name} cannot be changed, so the schema cannot be either: all annotations must follow. ${set.readOnly}`,
    place: { file: set.state.place.name },
  });
}

/** Keys of the sets that a line names. */
export function keysOf({ sets = [], touched = [] }: StoredProjectChange): SetKey[] {
  const keys = new Map<string, SetKey>();
  for (const { documentId, annotatorId } of [...sets, ...touched])
    keys.set(idOf({ documentId, annotatorId }), { documentId, annotatorId });
  return [...keys.values()];
}

function moreThan(had: Orphans, has: Orphans): Orphans {
  return {
    spans: Math.max(0, has.spans - had.spans),
    relations: Math.max(0, has.relations - had.relations),
    labels: Math.max(0, has.labels - had.labels),
  };
}
