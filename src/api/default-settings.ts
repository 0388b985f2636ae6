import type { Settings } from './calls/app.ts';

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
