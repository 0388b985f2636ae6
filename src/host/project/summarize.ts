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
import { readSet } from '../store/read-set.ts';
import { SET_FORMAT, type StoredRecord, storedChange, storedSet } from '../store/set-format.ts';
import type { SetPlace } from '../store/set-place.ts';
import { isMissing, unwrap } from '../store/store-error.ts';
import { isStoredChange } from '../store/stored-record.ts';

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
      const file = await readFile(bytes, basename(place.json), records);
      annotatorName = file.annotator.name;
      revision = file.revision;
    }
    if (stamps.log) await replay(files, place, revision, records);
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error);
    records.clear();
  }
  const { status, at } = statusOf(records);
  return {
    documentId,
    annotatorId,
    annotatorName,
    status,
    statusAt: at,
    ...countsOf(records.values()),
    ...stamps,
    fault,
  };
}

/** Puts the file's records into the map. @returns what stands around them. @throws {StoreError} */
async function readFile(bytes: Buffer, name: string, records: Map<string, StoredRecord>) {
  const head = await readSet(bytes, (record) => records.set(record.id, record));
  if (head) return head;
  records.clear();
  const file = unwrap(decodeFormat(unwrap(parseJson(bytes, name)), name, SET_FORMAT, storedSet));
  for (const record of file.records) records.set(record.id, record);
  return file;
}

function statusOf(records: ReadonlyMap<string, StoredRecord>): { status: Status; at: string } {
  const found = records.get('status');
  return found?.kind === 'status' ? found : { status: 'new', at: '' };
}

function countsOf(records: Iterable<StoredRecord>) {
  let [spans, relations] = [0, 0];
  const [entityTypes, relationTypes] = [new Set<string>(), new Set<string>()];
  const labelNames: string[] = [];
  for (const record of records) {
    if (record.kind === 'span') {
      spans++;
      entityTypes.add(record.type);
    } else if (record.kind === 'relation') {
      relations++;
      relationTypes.add(record.type);
    } else if (record.kind === 'label') labelNames.push(record.name);
  }
  return {
    ...{ spans, relations, labels: labelNames.length },
    ...{ entityTypes: [...entityTypes], relationTypes: [...relationTypes], labelNames },
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
    const { added, updated, removed } = isStoredChange(change)
      ? change
      : storedChange.parse(change);
    for (const id of Object.keys(removed)) records.delete(id);
    for (const [id, [, after]] of Object.entries(updated)) records.set(id, after);
    for (const [id, record] of Object.entries(added)) records.set(id, record);
  }
}
