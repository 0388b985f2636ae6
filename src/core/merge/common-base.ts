import { isSame } from '../edit/same.ts';
import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';
import type { Records } from './merge-sets.ts';

/** A line of a set's change log, as far as it identifies a state. */
export interface HistoryLine {
  readonly seq: number;
  /** Checksum of the line. */
  readonly sum: string;
}

/** How a set came to be what it is, as far as its log says. */
export interface SetHistory {
  readonly lines: readonly HistoryLine[];
  /** The records after the first `count` lines; `undefined` where that cannot be known any more. */
  stateAfter(count: number): Records | undefined;
}

/** Says up to which line of the other side's log a set was merged before, and when (ISO 8601, UTC). */
export interface MergeMark extends HistoryLine {
  readonly at: string;
}

/** What each project knows of earlier merges: lines of the other side's log. */
export interface KnownMarks {
  readonly ours: readonly MergeMark[];
  readonly theirs: readonly MergeMark[];
}

const NOTHING: Records = new Map();

/**
 * The last state that two copies of a set had in common: after the longest common beginning of their logs,
 * or after an earlier merge of one into the other, whichever came later. Without either, what both had
 * alike before their logs begin; nothing where there is no such thing.
 */
export function commonBase(ours: SetHistory, theirs: SetHistory, marks: KnownMarks): Records {
  const shared = commonLength(ours.lines, theirs.lines);
  const taken = lastMarked(theirs.lines, marks.ours, shared);
  const given = lastMarked(ours.lines, marks.theirs, shared);
  const isTaken = taken && (!given || taken.at >= given.at);
  const marked = isTaken ? theirs.stateAfter(taken.count) : given && ours.stateAfter(given.count);
  if (marked) return marked;
  const common = shared > 0 && (ours.stateAfter(shared) ?? theirs.stateAfter(shared));
  return common || alike(ours.stateAfter(0) ?? NOTHING, theirs.stateAfter(0) ?? NOTHING);
}

function commonLength(a: readonly HistoryLine[], b: readonly HistoryLine[]): number {
  const differs = a.findIndex(
    ({ seq, sum }, i) => b[i] === undefined || b[i].seq !== seq || b[i].sum !== sum,
  );
  return differs < 0 ? a.length : differs;
}

/** The latest marked line beyond the common beginning. */
function lastMarked(lines: readonly HistoryLine[], marks: readonly MergeMark[], after: number) {
  for (let i = lines.length - 1; i >= after; i--) {
    const line = lines[i];
    const mark = marks.findLast(({ seq, sum }) => seq === line?.seq && sum === line.sum);
    if (mark) return { count: i + 1, at: mark.at };
  }
  return undefined;
}

/** The records that both have, each the same. */
function alike(a: Records, b: Records): Records {
  const both = new Map<RecordId, AnnotationRecord>();
  for (const [id, record] of a) if (isSame(record, b.get(id))) both.set(id, record);
  return both;
}
