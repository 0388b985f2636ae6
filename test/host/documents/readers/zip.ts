import { strToU8, zipSync } from 'fflate';

/** A zip archive of these parts, in their order. */
export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files = Object.entries(parts).map(([path, part]) => [
    path,
    // The type of a document stands there for all to see.
    [typeof part === 'string' ? strToU8(part) : part, { level: path === 'mimetype' ? 0 : 6 }],
  ]);
  return zipSync(Object.fromEntries(files), { mtime: '2020-01-01T00:00:00' });
}
