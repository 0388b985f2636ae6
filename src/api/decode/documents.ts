import { z } from 'zod';
import { STATUSES } from '#core/model/document-status.ts';
import type { DocumentCalls } from '../calls/documents.ts';
import { type Decoders, decoder } from './decoder.ts';
import { documentId, job, name } from './parts.ts';

const status = z.enum(STATUSES);
const documentIds = z.array(documentId).max(100_000);

/** Decoders of `documents.…` and `job.…`. */
export const documentDecoders: Decoders<keyof DocumentCalls> = {
  'documents.details': decoder(z.strictObject({ documentId })),
  'documents.text': decoder(z.strictObject({ documentId })),
  'documents.rename': decoder(z.strictObject({ documentId, name })),
  'documents.remove': decoder(z.strictObject({ documentIds })),
  'documents.restore': decoder(z.strictObject({ documentIds })),
  'documents.status': decoder(z.strictObject({ documentIds, status, job })),
  'documents.search': decoder(z.strictObject({ query: z.string().max(1000), job })),
  'job.cancel': decoder(z.strictObject({ job })),
};
