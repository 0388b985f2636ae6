import { join } from 'node:path';
import type { RecentProject, Settings } from '#api/calls/app.ts';
import { DEFAULT_SETTINGS } from '#api/default-settings.ts';
import type { Annotator } from '#core/model/annotator.ts';
import { decodeIdentity } from './identity.ts';
import { decodeRecent } from './recent.ts';
import { decodeSettings } from './settings.ts';
import { openUserFile, type UserFile } from './user-file.ts';
import { decodeBounds, type WindowBounds } from './window-bounds.ts';

/** What is kept per machine and person, outside any project. */
export interface UserData {
  readonly settings: UserFile<Settings>;
  readonly identity: UserFile<{ readonly me: Annotator | null }>;
  readonly recent: UserFile<{ readonly projects: readonly RecentProject[] }>;
  readonly window: UserFile<{ readonly bounds: WindowBounds | null }>;
}

/** Reads all of it. Never fails: what cannot be read is as on the first day. */
export async function openUserData(folder: string): Promise<UserData> {
  const [settings, identity, recent, window] = await Promise.all([
    openUserFile(join(folder, 'settings.json'), decodeSettings, DEFAULT_SETTINGS),
    openUserFile(join(folder, 'annotator.json'), decodeIdentity, { me: null }),
    openUserFile(join(folder, 'recent.json'), decodeRecent, { projects: [] }),
    openUserFile(join(folder, 'window.json'), decodeBounds, { bounds: null }),
  ]);
  return { settings, identity, recent, window };
}
