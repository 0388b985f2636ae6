import type { Method } from '../contract.ts';
import { agreementDecoders } from './agreement.ts';
import { annotationDecoders } from './annotations.ts';
import { appDecoders } from './app.ts';
import type { Decoders } from './decoder.ts';
import { documentDecoders } from './documents.ts';
import { exportDecoders } from './exports.ts';
import { importDecoders } from './imports.ts';
import { mergeDecoders } from './merge.ts';
import { packetDecoders } from './packets.ts';
import { projectDecoders } from './project.ts';
import { reviewDecoders } from './review.ts';
import { schemaDecoders } from './schema.ts';

/** How the arguments of each call are checked before anything runs. */
export const decoders: Decoders<Method> = {
  ...agreementDecoders,
  ...annotationDecoders,
  ...appDecoders,
  ...documentDecoders,
  ...exportDecoders,
  ...importDecoders,
  ...mergeDecoders,
  ...packetDecoders,
  ...projectDecoders,
  ...reviewDecoders,
  ...schemaDecoders,
};
