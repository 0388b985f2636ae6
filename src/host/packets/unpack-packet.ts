import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PacketInfo } from '#api/calls/packets.ts';
import type { TargetFile } from '#core/formats/format.ts';
import { readZip, type ZipEntry } from '#core/formats/zip/read-zip.ts';
import { writeFiles } from '../exports/write-files.ts';
import { manifestCodec, schemaCodec } from '../project/project-format.ts';
import { parseJson } from '../store/parse-json.ts';
import { diskError, StoreError, unwrap } from '../store/store-error.ts';
import { decodePacket, PACKET_FILE } from './packet-format.ts';

/** Larger files, in bytes, are no packets of texts. */
const MOST = 1024 * 1024 * 1024;

/** Files of a project, as docs/FILE-FORMAT.md has them; all else in a packet is left in it. */
const ID = '[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}._-]{0,126}[\\p{L}\\p{M}\\p{N}_-])?';
const DATA = new RegExp(
  `^(?:packet\\.json|project\\.json|schema\\.json|project\\.log|documents/${ID}/${ID}|annotations/${ID}/${ID}\\.(?:json|log)|sources/[0-9a-f]{64}\\.[a-z0-9]{1,10})$`,
  'u',
);

/** A packet whose names and sizes are checked; nothing of it is written yet. */
export interface ReadPacket {
  /** Name of the project in it. */
  readonly name: string;
  /** `null`: a project folder that somebody packed by hand. */
  readonly info: PacketInfo | null;
  /** Paths inside the project, and their entries. */
  readonly files: ReadonlyMap<string, ZipEntry>;
}

/**
 * Reads a packet: a zip archive of a project folder. Its names lead nowhere else, and its sizes are within
 * limits, before anything is unpacked (RELIABILITY R12, R13).
 * @throws {StoreError} `not-found`, `invalid-file`, `newer-format`, `disk`
 */
export async function readPacket(path: string): Promise<ReadPacket> {
  const file = basename(path);
  const bytes = await readWhole(path);
  const entries = readZip(file, bytes);
  if (!entries.ok) throw refused(`${entries.error.message} Nothing was unpacked.`, path);
  const root = rootOf(entries.value);
  if (root === undefined)
    throw refused(`${file} is no packet: there is no project in it. Nothing was unpacked.`, path);
  const files = new Map<string, ZipEntry>();
  for (const entry of entries.value) {
    const name = entry.path.slice(root.length);
    if (entry.path.startsWith(root) && DATA.test(name)) files.set(name, entry);
  }
  const json = (name: string) => {
    const entry = files.get(name);
    const read = entry?.read();
    if (!read) throw refused(`${file} is no packet: it has no ${name}.`, path);
    if (!read.ok) throw refused(`${read.error.message} Nothing was unpacked.`, path);
    return unwrap(parseJson(read.value, name));
  };
  const manifest = unwrap(manifestCodec.decode(json('project.json'), 'project.json', false));
  unwrap(schemaCodec.decode(json('schema.json'), 'schema.json', false));
  const info = files.has(PACKET_FILE) ? unwrap(decodePacket(json(PACKET_FILE), PACKET_FILE)) : null;
  return { name: info?.name ?? manifest.name, info, files };
}

/**
 * Makes a project folder of a packet, whole or not at all.
 * @param folder where nothing is yet.
 * @throws {StoreError}
 */
export async function unpackPacket(
  path: string,
  folder: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  await writePacketTo(await readPacket(path), path, folder, signal);
}

/** As `unpackPacket`, of a packet that was read. */
export async function writePacketTo(
  { files }: ReadPacket,
  path: string,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const placed = [...files].map(([name, entry]) => ({
    path: join(folder, ...name.split('/')),
    file: unpacked(name, entry, path),
  }));
  try {
    await writeFiles(folder, placed, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw diskError(error, folder, 'Could not unpack to');
  }
}

function unpacked(name: string, entry: ZipEntry, path: string): TargetFile {
  return {
    path: name,
    *parts() {
      const read = entry.read();
      if (!read.ok) throw refused(`${read.error.message} Nothing was unpacked.`, path);
      yield read.value;
    },
  };
}

/** Where in the archive the project is: at its top, or in the one folder that was packed by hand. */
function rootOf(entries: readonly ZipEntry[]): string | undefined {
  const manifests = entries
    .map(({ path }) => /^(?<root>(?:[^/]+\/)?)project\.json$/u.exec(path)?.groups?.['root'])
    .filter((root) => root !== undefined);
  return manifests.includes('') ? '' : manifests.length === 1 ? manifests[0] : undefined;
}

async function readWhole(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MOST)
      throw refused(`${basename(path)} is larger than 1 GB. Nothing was unpacked.`, path);
    return await readFile(path);
  } catch (error) {
    throw diskError(error, basename(path), 'Could not read');
  }
}

function refused(message: string, path: string): StoreError {
  return new StoreError({ code: 'invalid-file', message, place: { file: path } });
}
