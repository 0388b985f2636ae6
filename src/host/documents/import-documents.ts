import { basename } from 'node:path';
import type { ImportChoice } from '#api/calls/documents.ts';
import type { ApiError } from '#api/problem.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';
import { offsetsOf } from '#core/text/offsets.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { documentNames, sourceFileName } from './names.ts';
import { decodeSource, readSource, sha256 } from './read-source.ts';

/**
 * Imports files as documents: all of them or none, as one project-wide action. Until that is done their
 * files are staged apart, and gone again where something fails or the job is stopped.
 */
export async function importDocuments(
  session: ProjectSession,
  files: readonly ImportChoice[],
  now: () => Date,
  job: Job,
): Promise<Result<readonly DocumentEntry[], ApiError>> {
  if (session.readOnly !== null) return err({ code: 'read-only', message: session.readOnly });
  if (files.length === 0) return ok([]);
  const names = documentNames(files.map((file) => file.path));
  const staged = new Set<string>();
  const added: DocumentEntry[] = [];
  let isDone = false;
  try {
    for (let i = 0; i < files.length; i += AT_ONCE) {
      job.signal.throwIfAborted();
      job.progress(i, files.length, names[i] ?? '');
      const batch = files.slice(i, i + AT_ONCE).map((file, k) => {
        const name = names[i + k] ?? basename(file.path);
        const id = session.newDocumentId(name, staged);
        staged.add(id);
        return { file, id, name };
      });
      for (const entry of await Promise.all(batch.map((one) => stage(session, one, now())))) {
        if (!entry.ok) return entry;
        added.push(entry.value);
      }
    }
    job.signal.throwIfAborted();
    job.progress(files.length, files.length, 'Adding them to the project');
    const label = `Import ${added.length === 1 ? `‘${added[0]?.name}’` : `${added.length} documents`}`;
    const change = { documents: { added, removed: [], updated: [] } };
    const action = await session.act({ label, code: 'documents.import', change });
    isDone = action.ok;
    return action.ok ? ok(added) : action;
  } finally {
    if (!isDone) await session.discardStaged([...staged]);
  }
}

/** Files that are written to the disk at the same time. */
const AT_ONCE = 8;

/** Reads a file, and writes it where the project's next action can find it. */
async function stage(
  session: ProjectSession,
  { file: { path, encoding: chosen }, id, name }: Named,
  now: Date,
): Promise<Result<DocumentEntry, ApiError>> {
  const source = await readSource(path);
  if (!source.ok) return source;
  const decoded = decodeSource(source.value, chosen);
  if (!decoded.ok) {
    const { message, place } = decoded.error;
    const sentence = `‘${basename(path)}’ cannot be imported. ${message}`;
    return err({ code: 'invalid-file', message: sentence, place: { ...place, file: path } });
  }
  const { text, encoding, hasBom } = decoded.value;
  const file = sourceFileName(path);
  const files = { documentId: id, text, source: source.value, sourceFile: file };
  const staged = await session.stageDocument(files);
  if (!staged.ok) return staged;
  return ok({
    id,
    name,
    source: { name: basename(path), file, encoding, hasBom, sha256: sha256(source.value) },
    textSha256: sha256(text),
    length: offsetsOf(text).codePointLength,
    importedAt: now.toISOString(),
  });
}

interface Named {
  readonly file: ImportChoice;
  readonly id: string;
  readonly name: string;
}
