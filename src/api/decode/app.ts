import { z } from 'zod';
import type { AppCalls } from '../calls/app.ts';
import { type Decoders, decoder } from './decoder.ts';
import { name, nothing, path, paths } from './parts.ts';
import { someSettings } from './settings.ts';

const purpose = z.enum([
  'documents',
  'document-folder',
  'project',
  'project-parent',
  'schema',
  'save-schema',
  'export-file',
  'save-figure',
  'save-pdf',
  'export-folder',
]);

const actionId = z.string().max(100);

/** Decoders of `app.…`. */
export const appDecoders: Decoders<keyof AppCalls> = {
  'app.info': decoder(nothing),
  'app.identify': decoder(z.strictObject({ name: z.string().trim().min(1).max(200) })),
  'app.saveSettings': decoder(someSettings),
  'app.forgetRecent': decoder(z.strictObject({ path })),
  'app.choose': decoder(z.strictObject({ purpose, suggestedName: name.exactOptional() })),
  'app.drop': decoder(z.strictObject({ files: paths })),
  'app.reveal': decoder(z.strictObject({ path })),
  'app.copy': decoder(z.strictObject({ text: z.string().max(20_000_000) })),
  'app.menu': decoder(
    z.strictObject({
      enabled: z.record(actionId, z.boolean()),
      labels: z.record(actionId, z.string().max(300)),
      checked: z.record(actionId, z.boolean()),
    }),
  ),
  'app.print': decoder(
    z.strictObject({
      html: z.string().min(1),
      target: path.nullable(),
      paper: z.enum(['A4', 'Letter']),
      isLandscape: z.boolean(),
    }),
  ),
  'app.stopPrint': decoder(nothing),
  'app.newWindow': decoder(nothing),
  'app.closeWindow': decoder(nothing),
  'app.setTitle': decoder(z.strictObject({ title: z.string().max(1000) })),
};
