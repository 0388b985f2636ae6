import { z } from 'zod';
import type { Settings } from '../calls/app.ts';

const width = z.number().min(0).max(4000);

/** Preferences to change, as they come from the window. */
export const someSettings: z.ZodType<Partial<Settings>> = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).exactOptional(),
  textSize: z.number().min(10).max(32).exactOptional(),
  lineHeight: z.number().min(1.2).max(3).exactOptional(),
  documentsWidth: width.exactOptional(),
  inspectorWidth: width.exactOptional(),
  showDocuments: z.boolean().exactOptional(),
  showInspector: z.boolean().exactOptional(),
  snapToWords: z.boolean().exactOptional(),
});
