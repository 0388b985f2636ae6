import type { Settings } from '#api/calls/app.ts';
import { decoders } from '#api/decode/index.ts';

/** Preferences of somebody who never changed any. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  textSize: 17,
  lineHeight: 1.7,
  textFont: 'serif',
  measure: 90,
  justify: false,
  zoom: 1,
  documentsWidth: 260,
  inspectorWidth: 300,
  showDocuments: true,
  showInspector: true,
  snapToWords: true,
  chips: 'full',
  relations: 'visible',
  showInvisibles: false,
  gutter: 'none',
  wrapLines: true,
  showMap: true,
};

/** Preferences from a file. What an older version did not know gets its default. */
export function decodeSettings(raw: unknown): Settings | undefined {
  const some = decoders['app.saveSettings'](raw);
  return some && { ...DEFAULT_SETTINGS, ...some };
}
