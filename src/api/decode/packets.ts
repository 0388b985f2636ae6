import { z } from 'zod';
import { annotatorType } from '#core/model/decode-project.ts';
import type { PacketCalls } from '../calls/packets.ts';
import { type Decoders, decoder } from './decoder.ts';
import { annotatorId, documentId, job, path } from './parts.ts';

const MANY = 100_000;

const choice = z.strictObject({
  documents: z.array(documentId).max(MANY),
  annotators: z.array(annotatorType).max(1_000),
  each: z.nullable(z.int().min(1).max(1_000)),
  overlap: z.int().min(0).max(MANY),
  order: z.enum(['given', 'shuffled']),
  seed: z.int().min(0).max(4_294_967_295),
  blind: z.boolean(),
  correct: z.nullable(annotatorId),
  guidelines: z.string().max(10_000_000),
  separate: z.boolean(),
});

/** Decoders of `packet.…`. */
export const packetDecoders: Decoders<keyof PacketCalls> = {
  'packet.plan': decoder(z.strictObject({ choice })),
  'packet.write': decoder(z.strictObject({ choice, target: path, overwrite: z.boolean(), job })),
  'packet.look': decoder(z.strictObject({ path })),
  'packet.unpack': decoder(z.strictObject({ path, parent: path.exactOptional(), job })),
};
