import type { Settings } from '#api/calls/app.ts';
import { call } from './client.ts';
import { say } from './messages.ts';
import { useSession } from './session.ts';

/** Used until the host has answered. */
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

/** The preferences of this machine. */
export const useSettings = () => useSession(({ app }) => app?.settings ?? DEFAULT_SETTINGS);

/** The preferences of this machine, outside components. */
export const settings = () => useSession.getState().app?.settings ?? DEFAULT_SETTINGS;

/** Changes preferences: at once in the window, then on disk. */
export async function saveSettings(patch: Partial<Settings>) {
  useSession.setState(({ app }) => ({
    app: app && { ...app, settings: { ...app.settings, ...patch } },
  }));
  const saved = await call('app.saveSettings', patch);
  if (!saved.ok) say('warning', saved.error.message);
}
