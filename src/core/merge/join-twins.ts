import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';

/** Two records that two sides made alike, each on its own. */
export interface Twin {
  /** The one that stays: that of the smaller id, so that it is the same from either side. */
  readonly kept: RecordId;
  readonly dropped: RecordId;
}

interface ThreeStates {
  readonly base: ReadonlyMap<RecordId, AnnotationRecord>;
  readonly ours: ReadonlyMap<RecordId, AnnotationRecord>;
  readonly theirs: ReadonlyMap<RecordId, AnnotationRecord>;
}

/**
 * Drops one of each two records that both sides added with the same contents, and lets relations point to the
 * one that stays. Relations that have become alike by that are joined, too. Changes `merged`.
 */
export function joinTwins(
  merged: Map<RecordId, AnnotationRecord>,
  { base, ours, theirs }: ThreeStates,
): readonly Twin[] {
  const isOurs = (id: RecordId) => !base.has(id) && ours.has(id) && !theirs.has(id);
  const isTheirs = (id: RecordId) => !base.has(id) && theirs.has(id) && !ours.has(id);
  const twins = joinOf('span', merged, isOurs, isTheirs);
  const kept = new Map(twins.map((twin) => [twin.dropped, twin.kept]));
  for (const [id, record] of merged) {
    if (record.kind !== 'relation') continue;
    const from = kept.get(record.from) ?? record.from;
    const to = kept.get(record.to) ?? record.to;
    if (from !== record.from || to !== record.to) merged.set(id, { ...record, from, to });
  }
  return [...twins, ...joinOf('relation', merged, isOurs, isTheirs)];
}

function joinOf(
  kind: 'span' | 'relation',
  merged: Map<RecordId, AnnotationRecord>,
  isOurs: (id: RecordId) => boolean,
  isTheirs: (id: RecordId) => boolean,
): readonly Twin[] {
  const waiting = new Map<string, RecordId[]>();
  for (const [id, record] of merged) {
    if (record.kind !== kind || !isOurs(id)) continue;
    const key = contentsOf(record);
    const ids = waiting.get(key);
    if (ids) ids.push(id);
    else waiting.set(key, [id]);
  }
  for (const ids of waiting.values()) ids.sort();
  const twins: Twin[] = [];
  const others = [...merged.keys()].filter(isTheirs).sort();
  for (const id of others) {
    const record = merged.get(id);
    if (record?.kind !== kind) continue;
    const own = waiting.get(contentsOf(record))?.shift();
    if (own === undefined) continue;
    const [kept, dropped] = own < id ? [own, id] : [id, own];
    merged.delete(dropped);
    twins.push({ kept, dropped });
  }
  return twins;
}

/** All of a record but its id, in one order of keys. */
function contentsOf(record: AnnotationRecord): string {
  return JSON.stringify({ ...record, id: '' }, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
