import { basename } from 'node:path';
import { z } from 'zod';
import type { SetSummary } from '#api/calls/project.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import { STATUSES, type Status } from '#core/model/document-status.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import { ChangeLog } from '../store/change-log.ts';
import { decodeFormat } from '../store/file-format.ts';
import type { Files } from '../store/files.ts';
import { parseJson } from '../store/parse-json.ts';
import { SET_FORMAT, type StoredRecord, storedChange, storedSet } from '../store/set-format.ts';
import type { SetPlace } from '../store/set-place.ts';
import { isMissing, unwrap } from '../store/store-error.ts';

const names = z.array(z.string());

/** Size and time of a file: whether what is known of it still holds. */
const stampType = z.strictObject({ size: z.number(), mtimeMs: z.number() }).nullable();

/** What is known of a set without opening it, as `cache/summaries.json` keeps it. */
export const knownSet = z.strictObject({
  documentId: z.string(),
  annotatorId: z.string(),
  annotatorName: z.string(),
  status: z.enum(STATUSES),
  statusAt: z.string(),
  spans: z.number(),
  relations: z.number(),
  labels: z.number(),
  /** Names of types and labels in use. */
  entityTypes: names,
  relationTypes: names,
  labelNames: names,
  json: stampType,
  log: stampType,
  /** Why the set cannot be read; `null` where it can. */
  fault: z.string().nullable(),
});
export type KnownSet = z.infer<typeof knownSet>;
export type Stamps = Pick<KnownSet, 'json' | 'log'>;

/** The part that the window gets. */
export function summaryOf(known: KnownSet): SetSummary {
  const { documentId, annotatorId, status, statusAt, spans, relations, labels } = known;
  return { documentId, annotatorId, status, statusAt, spans, relations, labels };
}

/** Summary of a set that is open. */
export function summarizeIndex(
  key: SetKey,
  annotatorName: string,
  index: SetIndex,
  stamps: Stamps,
): KnownSet {
  const { spans, relations, labels, byType, byRelationType } = index.counts();
  const { status, at } = index.status();
  const { documentId, annotatorId } = key;
  return {
    documentId,
    annotatorId,
    annotatorName,
    status,
    statusAt: at,
    spans,
    relations,
    labels,
    entityTypes: [...byType.keys()],
    relationTypes: [...byRelationType.keys()],
    labelNames: labels === 0 ? [] : [...index.labels()].map(({ name }) => name),
    ...stamps,
    fault: null,
  };
}

/**
 * Summary of a set on disk, counted on the files as they are: the text is not needed, and nothing is
 * written. Files that cannot be read give an empty summary with the fault.
 */
export async function summarizeFiles(
  files: Files,
  key: SetKey,
  place: SetPlace,
  stamps: Stamps,
): Promise<KnownSet> {
  const { documentId, annotatorId } = key;
  let annotatorName: string = annotatorId;
  const records = new Map<string, StoredRecord>();
  let fault: string | null = null;
  try {
    let revision = 0;
    const bytes = await files.readFile(place.json).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (bytes) {
      const name = basename(place.json);
      const file = unwrap(
        decodeFormat(unwrap(parseJson(bytes, name)), name, SET_FORMAT, storedSet),
      );
      for (const record of file.records) records.set(record.id, record);
      annotatorName = file.annotator.name;
      revision = file.revision;
    }
    if (stamps.log) await replay(files, place, revision, records);
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error);
    records.clear();
  }
  const all = [...records.values()];
  const ofKind = (kind: StoredRecord['kind']) => all.filter((record) => record.kind === kind);
  const found = records.get('status');
  const status: { status: Status; at: string } =
    found?.kind === 'status' ? found : { status: 'new', at: '' };
  const typesOf = (list: readonly StoredRecord[]) => [
    ...new Set(list.flatMap((record) => ('type' in record ? [record.type] : []))),
  ];
  const [spans, relations, labels] = [ofKind('span'), ofKind('relation'), ofKind('label')];
  return {
    documentId,
    annotatorId,
    annotatorName,
    status: status.status,
    statusAt: status.at,
    spans: spans.length,
    relations: relations.length,
    labels: labels.length,
    entityTypes: typesOf(spans),
    relationTypes: typesOf(relations),
    labelNames: labels.flatMap((record) => (record.kind === 'label' ? [record.name] : [])),
    ...stamps,
    fault,
  };
}

async function replay(
  files: Files,
  place: SetPlace,
  revision: number,
  records: Map<string, StoredRecord>,
): Promise<void> {
  const log = await ChangeLog.open(files, place.log, {
    readOnly: true,
    now: () => new Date(0),
    snapshot: revision,
  });
  const later = log.entries.filter(({ head }) => head.seq > revision);
  for (const change of await log.changes(later)) {
    const { added, updated, removed } = storedChange.parse(change);
    for (const id of Object.keys(removed)) records.delete(id);
    for (const [id, [, after]] of Object.entries(updated)) records.set(id, after);
    for (const [id, record] of Object.entries(added)) records.set(id, record);
  }
}
