import { applyToRecords } from '#core/edit/apply.ts';
import type { Change } from '#core/edit/change.ts';
import { invert } from '#core/edit/invert.ts';
import type { HistoryLine, SetHistory } from '#core/merge/common-base.ts';
import type { Records } from '#core/merge/merge-sets.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import { sha256Of } from '../store/durable-adapter.ts';
import { nodeFiles } from '../store/files.ts';
import { changeOfBody, checkedBody } from '../store/log-line.ts';
import { type LogEntry, scanLog } from '../store/scan-log.ts';
import { SetCodec } from '../store/set-codec.ts';
import { placeOf } from '../store/set-place.ts';
import { decodeChanges } from '../store/set-store.ts';
import { isMissing, StoreError } from '../store/store-error.ts';

/** A set as it is now, whose past is looked for. */
export interface Present {
  readonly key: SetKey;
  readonly text: string;
  readonly records: Records;
  readonly revision: number;
}

/** The past of a set on disk. */
export interface StoredHistory extends SetHistory {
  /** The line that stands for the present state; `null` where no line does, such as beside a damaged log. */
  readonly tip: HistoryLine | null;
}

/** `sum":"0e027a2a"}` and a line feed: where in a line its sum stands, from its end. */
const SUM = [-11, -3] as const;

/**
 * Reads the past of a set from its change log. A set without a log has its file's hash for its only line.
 * @param folder of the project.
 * @throws {StoreError} `disk`
 */
export async function readHistory(folder: string, present: Present): Promise<StoredHistory> {
  const { key, revision, records, text } = present;
  const place = placeOf(folder, key);
  const bytes = await bytesOf(place.log);
  const entries = scanLog(bytes).entries.filter(({ head }) => head.seq <= revision);
  if (entries.length === 0) return withoutLog(place.json, present);

  const lines = entries.map((entry) => ({ seq: entry.head.seq, sum: sumOf(bytes, entry) }));
  const last = lines.at(-1);
  const isWhole = last?.seq === revision;
  const changes = (some: readonly LogEntry[]): readonly Change[] => {
    const stored = some.map(({ at, length }) => {
      const body = checkedBody(bytes.subarray(at, at + length - 1));
      return body === undefined ? undefined : changeOfBody(body);
    });
    return decodeChanges(new SetCodec(text), stored, place);
  };
  return {
    lines,
    tip: isWhole && last ? last : null,
    stateAfter: (count) =>
      orUnknown(() => {
        if (lines[0]?.seq === 1) return replay(new Map(), changes(entries.slice(0, count)));
        if (!isWhole) return undefined;
        return replay(records, changes(entries.slice(count)).map(invert).reverse());
      }),
  };
}

async function withoutLog(json: string, { records, revision }: Present): Promise<StoredHistory> {
  const bytes = await bytesOf(json);
  const line = bytes.length === 0 ? null : { seq: revision, sum: sha256Of(bytes) };
  return {
    lines: line ? [line] : [],
    tip: line,
    // A set that came with its document has no line for that.
    stateAfter: (count) => (count > 0 || revision <= 1 ? records : undefined),
  };
}

function replay(start: Records, changes: readonly Change[]): Records {
  return changes.reduce<Records>((records, change) => applyToRecords(records, change), start);
}

/** A log that does not fit its file says nothing of the past. */
function orUnknown(work: () => Records | undefined): Records | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError || error instanceof StoreError) return undefined;
    throw error;
  }
}

function sumOf(bytes: Buffer, { at, length }: LogEntry): string {
  return bytes.toString('latin1', at + length + SUM[0], at + length + SUM[1]);
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await nodeFiles.readFile(path);
  } catch (error) {
    if (isMissing(error)) return Buffer.alloc(0);
    throw error;
  }
}
