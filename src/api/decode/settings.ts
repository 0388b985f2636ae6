import { z } from 'zod';
import type { Settings } from '../calls/app.ts';

/** It goes into style sheets: nothing in it may mean something there. */
const fontName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,99}$/u);

const width = z.number().min(0).max(4000);

/** Preferences to change, as they come from the window. */
export const someSettings: z.ZodType<Partial<Settings>> = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'sepia', 'contrast', 'contrast-dark']).exactOptional(),
  textSize: z.number().min(10).max(32).exactOptional(),
  lineHeight: z.number().min(1.2).max(3).exactOptional(),
  textFont: fontName.exactOptional(),
  measure: z.union([z.literal(0), z.int().min(50).max(120)]).exactOptional(),
  justify: z.boolean().exactOptional(),
  zoom: z.number().min(0.5).max(3).exactOptional(),
  documentsWidth: width.exactOptional(),
  inspectorWidth: width.exactOptional(),
  showDocuments: z.boolean().exactOptional(),
  showInspector: z.boolean().exactOptional(),
  snapToWords: z.boolean().exactOptional(),
  chips: z.enum(['full', 'short', 'none']).exactOptional(),
  relations: z.enum(['visible', 'selected', 'none']).exactOptional(),
  showInvisibles: z.boolean().exactOptional(),
  gutter: z.enum(['none', 'lines', 'sentences']).exactOptional(),
  wrapLines: z.boolean().exactOptional(),
  showMap: z.boolean().exactOptional(),
});
