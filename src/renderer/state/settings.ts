import type { Settings } from '#api/calls/app.ts';
import { DEFAULT_SETTINGS } from '#api/default-settings.ts';
import { call } from './client.ts';
import { say } from './messages.ts';
import { useSession } from './session.ts';

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
