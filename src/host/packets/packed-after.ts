import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectSession } from '../project/session.ts';
import { parseJson } from '../store/parse-json.ts';
import { isMissing } from '../store/store-error.ts';
import { decodePacket, PACKET_FILE } from './packet-format.ts';

/**
 * The last project-wide action of the project a packet was made of that shows in it; `undefined` where the
 * project is no packet.
 */
export async function packedAfter({
  folder,
  manifest,
}: ProjectSession): Promise<number | undefined> {
  const bytes = await readFile(join(folder, PACKET_FILE)).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (bytes === null) return undefined;
  const value = parseJson(bytes, PACKET_FILE);
  const info = value.ok ? decodePacket(value.value, PACKET_FILE) : value;
  return info.ok && info.value.origin.project === manifest.id
    ? info.value.origin.revision
    : undefined;
}
