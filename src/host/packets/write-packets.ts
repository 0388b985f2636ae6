import { basename, dirname, join, resolve } from 'node:path';
import type { PacketChoice, PacketInfo } from '#api/calls/packets.ts';
import { writeZip } from '#core/formats/zip/write-zip.ts';
import type { DocumentId } from '#core/model/ids.ts';
import type { Assignment } from '#core/packets/assign-documents.ts';
import { exists, writeFiles } from '../exports/write-files.ts';
import type { Job } from '../jobs.ts';
import { folderNameOf } from '../project/create-project.ts';
import type { ProjectSession } from '../project/session.ts';
import { diskError, StoreError } from '../store/store-error.ts';
import { assign, chosenDocuments } from './assign.ts';
import { packedAfter } from './packed-after.ts';
import { packetFiles } from './packet-files.ts';

interface Way {
  /** The file of the packet; where each person gets one, the folder for them. */
  readonly target: string;
  readonly overwrite: boolean;
  readonly job: Job;
  readonly now: () => Date;
}

/**
 * Writes a packet for all, or one for each person: all of them or none.
 * @returns their absolute paths.
 * @throws {StoreError} `exists`, `not-found`, `disk`
 */
export async function writePackets(
  session: ProjectSession,
  choice: PacketChoice,
  { target, overwrite, job, now }: Way,
): Promise<readonly string[]> {
  const madeAt = now().toISOString();
  const all = assign(session, choice);
  const groups = choice.separate ? all.map((one) => [one]) : [all];
  const path = resolve(target);
  // Sent back, a packet shows no more of the first project's actions than it was made with.
  const { revision } = session.manifest;
  const shown = Math.min((await packedAfter(session)) ?? revision, revision);
  const made = groups.map((group) => {
    const info = infoOf(session, choice, group, { madeAt, revision: shown });
    return {
      info,
      group,
      path: choice.separate ? join(path, `${folderNameOf(info.name)}.glossator`) : path,
    };
  });
  await requireFree(
    made.map((one) => one.path),
    overwrite,
  );
  const placed = [];
  for (const [i, { info, group, path: file }] of made.entries()) {
    job.signal.throwIfAborted();
    job.progress(i, made.length, basename(file));
    const files = await packetFiles(session, documentsOf(session, choice, group), info);
    placed.push({ path: file, file: { path: basename(file), parts: () => writeZip(files) } });
  }
  try {
    await writeFiles(choice.separate ? path : dirname(path), placed, job.signal);
  } catch (error) {
    job.signal.throwIfAborted();
    if (error instanceof RangeError) throw tooMuch(path);
    throw diskError(error, path, 'Could not write');
  }
  return made.map((one) => one.path);
}

function infoOf(
  session: ProjectSession,
  choice: PacketChoice,
  group: readonly Assignment[],
  { madeAt, revision }: { readonly madeAt: string; readonly revision: number },
): PacketInfo {
  const { manifest, me } = session;
  const people = new Map(choice.annotators.map((one) => [one.id, one]));
  const assignments = group.flatMap(({ annotatorId, documents }) => {
    const annotator = people.get(annotatorId);
    const { blind, correct } = choice;
    return annotator ? [{ annotator, documents, blind, correct }] : [];
  });
  const [only] = assignments;
  const name =
    choice.separate && only
      ? `${manifest.name} for ${nameIn(choice, only.annotator.id)}`
      : manifest.name;
  return {
    ...{ name, madeAt, madeBy: { id: me.id, name: me.name }, guidelines: choice.guidelines },
    origin: { project: manifest.id, revision },
    assignments,
  };
}

/** A name that tells people apart, where two have one. */
function nameIn({ annotators }: PacketChoice, id: string): string {
  const name = annotators.find((one) => one.id === id)?.name ?? id;
  const isOnly =
    annotators.filter((one) => one.name.toLowerCase() === name.toLowerCase()).length < 2;
  return isOnly ? name : `${name} (${id})`;
}

/** In the order in which one person is to work on them; for several, that of the project. */
function documentsOf(
  session: ProjectSession,
  choice: PacketChoice,
  group: readonly Assignment[],
): readonly DocumentId[] {
  const [only] = group;
  if (!only) return chosenDocuments(session, choice.documents);
  if (group.length === 1) return only.documents;
  const given = new Set(group.flatMap(({ documents }) => documents));
  return session.manifest.documents.map(({ id }) => id).filter((id) => given.has(id));
}

async function requireFree(paths: readonly string[], overwrite: boolean): Promise<void> {
  for (const path of overwrite ? [] : paths) {
    const isThere = await exists(path).catch((error: unknown) => {
      throw diskError(error, path, 'Could not write');
    });
    if (!isThere) continue;
    const message = `‘${basename(path)}’ is there already. Nothing was written.`;
    throw new StoreError({ code: 'exists', message, place: { file: path } });
  }
}

function tooMuch(path: string): StoreError {
  return new StoreError({
    code: 'refused',
    message: 'This is too much for one packet: 65,535 files, or 4 GB. Choose fewer documents.',
    place: { file: path },
  });
}
