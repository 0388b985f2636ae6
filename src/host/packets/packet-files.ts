import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PacketInfo } from '#api/calls/packets.ts';
import type { TargetFile } from '#core/formats/format.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';
import { encodeNewSet } from '../project/new-set.ts';
import { manifestCodec, schemaCodec } from '../project/project-format.ts';
import type { ProjectSession } from '../project/session.ts';
import { annotatorsIn } from '../store/set-place.ts';
import { isMissing, StoreError, unwrap } from '../store/store-error.ts';
import { encodePacket, PACKET_FILE } from './packet-format.ts';

/**
 * The files of a packet: a project folder with the documents of its assignments and the sets that may be
 * seen. Files are read when they are packed, each one's set before its log, which then has no less.
 * @param documents in the order that the packet's list has.
 * @throws {StoreError}
 */
export async function packetFiles(
  session: ProjectSession,
  documents: readonly DocumentId[],
  info: PacketInfo,
): Promise<readonly TargetFile[]> {
  const entries = documents.map((id) => entryOf(session, id));
  const files: TargetFile[] = [];
  const people = new Map<AnnotatorId, Annotator>();
  for (const { annotator } of info.assignments) people.set(annotator.id, annotator);
  const shared = new Set<string>();
  for (const entry of entries) {
    const { id, source } = entry;
    const own = (name: string) => files.push(fileOf(session, `documents/${id}/${name}`));
    own('text.txt');
    if (source.file.includes('/')) shared.add(source.file);
    else own(source.file);
    const names = await namesIn(join(session.folder, 'documents', id));
    if (names.includes('document.json')) own('document.json');
    const details = unwrap(await session.readDetails(id));
    for (const { file } of details.files ?? []) shared.add(file);
    files.push(...(await setFiles(session, entry, info, people)));
  }
  files.push(...[...shared].sort().map((path) => fileOf(session, path)));
  const manifest = {
    ...session.manifest,
    // The revision stays: logs of sets tell of actions up to it, so new ones must have later numbers.
    ...{ name: info.name, annotators: [...people.values()], documents: entries, trash: [] },
  };
  const schema = await schemaCodec.encode(session.schema);
  return [
    bytesFile(PACKET_FILE, Buffer.from(encodePacket(info))),
    bytesFile('project.json', await manifestCodec.encode(manifest)),
    bytesFile('schema.json', schema),
    ...files,
  ];
}

/** The sets of a document that may be seen, and those that people start from. */
async function setFiles(
  session: ProjectSession,
  { id }: DocumentEntry,
  { assignments }: PacketInfo,
  people: Map<AnnotatorId, Annotator>,
): Promise<readonly TargetFile[]> {
  const files: TargetFile[] = [];
  const names = await namesIn(join(session.folder, 'annotations', id));
  const present = annotatorsIn(names);
  const isBlind = assignments.some(({ blind }) => blind);
  // In a packet for several, nobody's set may be seen by the others.
  const [only] = assignments.length === 1 ? assignments : [];
  const seen = isBlind ? present.filter((one) => one === only?.annotator.id) : present;
  for (const annotatorId of seen) {
    const known = session.annotators.find((one) => one.id === annotatorId);
    if (!people.has(annotatorId))
      people.set(annotatorId, known ?? { id: annotatorId, name: annotatorId });
    for (const name of [`${annotatorId}.json`, `${annotatorId}.log`])
      if (names.includes(name)) files.push(fileOf(session, `annotations/${id}/${name}`));
  }
  for (const { annotator, documents, correct } of assignments) {
    if (correct === null || !documents.includes(id) || present.includes(annotator.id)) continue;
    const set = unwrap(await session.readSet({ documentId: id, annotatorId: correct }));
    const records = [...set.index.all()].filter(({ kind }) => kind !== 'status');
    if (records.length === 0) continue;
    const text = unwrap(await session.readText(id));
    const bytes = await encodeNewSet({ documentId: id, text }, { annotator, records });
    files.push(bytesFile(`annotations/${id}/${annotator.id}.json`, bytes));
  }
  return files;
}

function entryOf({ manifest }: ProjectSession, id: DocumentId): DocumentEntry {
  const entry = manifest.documents.find((one) => one.id === id);
  if (entry) return entry;
  const message = `There is no document ‘${id}’ in this project.`;
  throw new StoreError({ code: 'not-found', message, place: { id } });
}

function fileOf({ folder }: ProjectSession, path: string): TargetFile {
  return {
    path,
    *parts() {
      yield readFileSync(join(folder, ...path.split('/')));
    },
  };
}

function bytesFile(path: string, bytes: Uint8Array): TargetFile {
  return { path, parts: () => [bytes] };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}
