import type { ExportSelection } from '#api/calls/exports.ts';
import type { ApiError } from '#api/problem.ts';
import type { Dataset, DatasetDocument, DatasetSet } from '#core/formats/dataset.ts';
import type { Loss } from '#core/formats/losses.ts';
import { select, wants } from '#core/formats/selection.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';

/** The chosen part of a project, and what was left out on the way there. */
export interface Gathered {
  readonly dataset: Dataset;
  readonly losses: readonly Loss[];
}

/** So many documents are read at a time. */
const AT_ONCE = 16;

/**
 * Reads the chosen documents and sets. Fails where one of them cannot be read: an export with a hole in
 * it would look like a whole one.
 */
export async function gather(
  session: ProjectSession,
  selection: ExportSelection,
  job?: Job,
): Promise<Result<Gathered, ApiError>> {
  const wantsDocument = wants(selection.documents);
  const wantsAnnotator = wants(selection.annotators);
  const entries = session.manifest.documents.filter((entry) => wantsDocument(entry.id));
  const keys = new Map<string, SetKey[]>();
  for (const key of await session.listSets()) {
    if (!wantsAnnotator(key.annotatorId)) continue;
    keys.set(key.documentId, [...(keys.get(key.documentId) ?? []), key]);
  }
  const documents: DatasetDocument[] = [];
  let unread = 0;
  for (let i = 0; i < entries.length; i += AT_ONCE) {
    job?.signal.throwIfAborted();
    job?.progress(i, entries.length, entries[i]?.name ?? '');
    const some = entries.slice(i, i + AT_ONCE);
    const read = await Promise.all(
      some.map((entry) => readDocument(session, entry, keys.get(entry.id) ?? [])),
    );
    for (const one of read) {
      if (!one.ok) return one;
      documents.push(one.value.document);
      unread += one.value.unread;
    }
  }
  const whole: Dataset = { name: session.manifest.name, schema: session.schema, documents };
  const { dataset, losses } = select(whole, selection);
  return ok({ dataset, losses: unread === 0 ? losses : [...losses, unreadLoss(unread)] });
}

/** A document with all that is said of it, and how many spans could not be placed. */
async function readDocument(
  session: ProjectSession,
  { id, name }: DocumentEntry,
  keys: readonly SetKey[],
): Promise<Result<{ readonly document: DatasetDocument; readonly unread: number }, ApiError>> {
  const text = await session.readText(id);
  if (!text.ok) return text;
  const sets: DatasetSet[] = [];
  let unread = 0;
  for (const key of keys) {
    const set = await session.readSet(key);
    if (!set.ok) return set;
    sets.push({ annotator: set.value.annotator, records: [...set.value.index.all()] });
    unread += set.value.problems.filter((problem) => problem.code === 'misplaced-span').length;
  }
  const details = await session.readDetails(id);
  if (!details.ok) return details;
  const { files: _files, ...said } = details.value;
  return ok({ document: { id, name, text: text.value, ...said, sets }, unread });
}

function unreadLoss(count: number): Loss {
  const why = 'Their offsets do not fit into the text. They stay in the project’s files.';
  return { what: 'spans that cannot be placed', count, why };
}
