import type { Change } from '#core/edit/change.ts';
import { changeOf } from '#core/edit/change-of.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import type { LeftOut } from '#core/edit/left-out.ts';
import { rebase } from '#core/edit/rebase.ts';
import { isSame } from '#core/edit/same.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { OUTSIDE_META } from './log-line.ts';
import { mergeOutside } from './merge-outside.ts';
import type { LogEntry } from './scan-log.ts';
import type { SetContents } from './set-contents.ts';

/** The log does not reach back to where the JSON file stands, or does not belong to it. */
export class LogMisfitError extends Error {}

export interface ReplayInput {
  /** What the JSON file holds; empty at revision 0 where there is none, or where it cannot be read. */
  readonly file: SetContents;
  /** `ours`: as we wrote it last. `other`: not so. `none`: no file, or not readable. */
  readonly origin: 'ours' | 'other' | 'none';
  readonly entries: readonly LogEntry[];
  /** Reads the changes of entries. */
  readonly changes: (entries: readonly LogEntry[]) => Promise<readonly Change[]>;
}

export interface Replayed {
  /** The set as our log and file say. */
  readonly index: SetIndex;
  /** What another program did to the JSON file, to be applied and logged; `null` for nothing. */
  readonly outside: Change | null;
  /** Entries that the JSON file does not hold. */
  readonly later: number;
  /** Parts of these that do not go with what another program wrote into the file; the log keeps them. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Works out what a set is from its JSON file and its change log.
 * @throws {LogMisfitError}
 */
export async function replaySet(input: ReplayInput): Promise<Replayed> {
  const { file, origin, entries, changes } = input;
  const later = entries.filter(({ head }) => head.seq > file.revision);
  const reachesBack = entries[0]?.head.seq === 1;
  if (origin === 'none' && later.length > 0 && !reachesBack)
    throw new LogMisfitError('the log starts later than the file');

  const index = new SetIndex(file.records);
  const news = await changes(later);
  const leftOut: LeftOut[] = [];
  try {
    if (origin === 'other' && reachesBack) {
      const earlier = entries.filter(({ head }) => head.seq <= file.revision);
      const codes = later.map(({ head }) => head.code);
      const compared = compare(index, await changes(earlier), news, codes);
      return { ...compared, later: later.length, leftOut: [] };
    }
    // A file of unknown origin beside a log that starts later: what fits is carried over.
    for (const change of news) {
      const fitted = origin === 'other' ? rebase(index, change) : { change, leftOut: [] };
      leftOut.push(...fitted.leftOut);
      index.apply(fitted.change);
    }
  } catch (error) {
    if (error instanceof RangeError) throw new LogMisfitError(error.message);
    throw error;
  }
  return { index, outside: null, later: later.length, leftOut };
}

/**
 * Finds what the file has otherwise than the log says, and how that goes with the later entries. Where
 * one of these took the same in already (and a kill came before the file was written), it is nothing.
 */
function compare(
  theirs: SetIndex,
  earlier: readonly Change[],
  news: readonly Change[],
  codes: readonly string[],
) {
  const ours = new SetIndex();
  for (const change of earlier) ours.apply(change);
  const base = new Map(ours.records);
  let isTaken = false;
  for (const [i, change] of news.entries()) {
    isTaken ||=
      codes[i] === OUTSIDE_META.code &&
      isSame(mergeOutside(base, ours.records, theirs.records).change, change);
    ours.apply(change);
  }
  const { change } = mergeOutside(base, ours.records, theirs.records);
  // The file's own objects are kept where they say the same.
  const ids = new Set([...theirs.records.keys(), ...ours.records.keys()]);
  const back = changeOf([...ids].map((id) => [id, theirs.get(id), ours.get(id)] as const));
  theirs.apply(back);
  return { index: theirs, outside: isTaken || isEmpty(change) ? null : change };
}
