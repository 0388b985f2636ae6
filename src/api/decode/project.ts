import { z } from 'zod';
import type { ProjectCalls } from '../calls/project.ts';
import { type Decoders, decoder } from './decoder.ts';
import { name, nothing, path } from './parts.ts';

/** Decoders of `project.…`. */
export const projectDecoders: Decoders<keyof ProjectCalls> = {
  'project.create': decoder(z.strictObject({ name, parent: path.exactOptional() })),
  'project.sample': decoder(nothing),
  'project.open': decoder(
    z.strictObject({ path, mode: z.enum(['ask', 'read-only', 'take-over']) }),
  ),
  'project.view': decoder(nothing),
  'project.rename': decoder(z.strictObject({ name })),
  'project.close': decoder(nothing),
  'project.discard': decoder(nothing),
  'project.summaries': decoder(nothing),
  'project.undo': decoder(nothing),
  'project.redo': decoder(nothing),
  'project.history': decoder(nothing),
};
