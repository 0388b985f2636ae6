import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiError } from '#api/problem.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import { ok, type Result } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import type { ImportedFile } from '../store/details-format.ts';
import type { KeptSources } from './kept-sources.ts';
import type { NewDocument } from './work.ts';

/** Documents whose files are written at the same time. */
const AT_ONCE = 8;

/**
 * Writes the files of new documents where the project's next action finds them.
 * @param staged gets the ids of all that were begun, so that they can be removed.
 */
export async function stageDocuments(
  session: ProjectSession,
  documents: readonly NewDocument[],
  kept: KeptSources,
  { job, now, staged }: { readonly job: Job; readonly now: Date; readonly staged: Set<string> },
): Promise<Result<readonly DocumentEntry[], ApiError>> {
  const taken = new Set(await namesOnDisk(session));
  const entries: DocumentEntry[] = [];
  for (let i = 0; i < documents.length; i += AT_ONCE) {
    job.signal.throwIfAborted();
    job.progress(i, documents.length, documents[i]?.name ?? '');
    const batch = documents.slice(i, i + AT_ONCE).map((document) => {
      const id = session.newDocumentId(document.name, taken);
      taken.add(id);
      staged.add(id);
      return stage(session, id, document, kept, now);
    });
    for (const entry of await Promise.all(batch)) {
      if (!entry.ok) return entry;
      entries.push(entry.value);
    }
  }
  return ok(entries);
}

/** Names of folders that no document has, and that must not be taken for one of a new document. */
async function namesOnDisk({ folder }: ProjectSession): Promise<readonly string[]> {
  const lists = ['documents', 'annotations'].map((name) =>
    readdir(join(folder, name)).catch((): string[] => []),
  );
  return (await Promise.all(lists)).flat().map((name) => name.toLowerCase());
}

async function stage(
  session: ProjectSession,
  id: string,
  { name, read, sets }: NewDocument,
  kept: KeptSources,
  now: Date,
): Promise<Result<DocumentEntry, ApiError>> {
  const [path = '', ...others] = read.files;
  const source = await kept.first(path);
  if (!source.ok) return source;
  const files: ImportedFile[] = [];
  for (const other of others) {
    const file = await kept.further(other);
    if (!file.ok) return file;
    files.push(file.value);
  }
  const staged = await session.stageDocument({
    documentId: id,
    text: read.text,
    source: source.value.bytes,
    sourceFile: source.value.file,
    details: { ...read.details, ...(files.length > 0 ? { files } : {}) },
    sets: [...sets.values()]
      .map(({ annotator, records }) => ({ annotator, records }))
      .filter(({ records }) => records.length > 0),
  });
  if (!staged.ok) return staged;
  const { encoding, hasBom, sha256 } = kept.fileAt(path);
  return ok({
    id,
    name,
    source: { name: source.value.name, file: source.value.file, encoding, hasBom, sha256 },
    textSha256: read.textSha256,
    length: read.length,
    importedAt: now.toISOString(),
  });
}
