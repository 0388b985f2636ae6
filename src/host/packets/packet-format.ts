import { z } from 'zod';
import type { PacketInfo } from '#api/calls/packets.ts';
import type { ApiError } from '#api/problem.ts';
import { annotatorType, folderNameType } from '#core/model/decode-project.ts';
import { ok, type Result } from '#core/result.ts';
import { decodeFormat } from '../store/file-format.ts';
import { stringifyFile } from '../store/stringify.ts';

const FORMAT = 'glossator-packet';

/** Name of the file in a packet that makes it one. */
export const PACKET_FILE = 'packet.json';

const storedPacket = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(1),
  name: z.string().min(1).max(1_000),
  madeAt: z.string().max(100),
  madeBy: annotatorType,
  origin: z.strictObject({ project: z.string().min(1).max(1_000), revision: z.int().min(0) }),
  guidelines: z.string(),
  assignments: z.array(
    z.strictObject({
      annotator: annotatorType,
      documents: z.array(folderNameType),
      blind: z.boolean(),
      correct: z.nullable(folderNameType),
    }),
  ),
});

/** `packet.json`. */
export function encodePacket(info: PacketInfo): string {
  return stringifyFile({ format: FORMAT, formatVersion: 1, ...info });
}

/** Reads `packet.json`. Fails with `invalid-file` or `newer-format`. */
export function decodePacket(value: unknown, file: string): Result<PacketInfo, ApiError> {
  const read = decodeFormat(value, file, FORMAT, storedPacket);
  if (!read.ok) return read;
  const { format: _format, formatVersion: _version, ...info } = read.value;
  return ok(info);
}
