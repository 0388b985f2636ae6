import type { Settings } from '#api/calls/app.ts';
import { decoders } from '#api/decode/index.ts';
import { DEFAULT_SETTINGS } from '#api/default-settings.ts';

/** Preferences from a file. What an older version did not know gets its default. */
export function decodeSettings(raw: unknown): Settings | undefined {
  const some = decoders['app.saveSettings'](raw);
  return some && { ...DEFAULT_SETTINGS, ...some };
}
