import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isFresh, newestChange } from '../../scripts/freshness.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-fresh-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes a file or folder that last changed at a given second. */
function place(path: string, seconds: number, isFolder = false): string {
  const full = join(folder, path);
  if (isFolder) mkdirSync(full);
  else writeFileSync(full, '');
  utimesSync(full, seconds, seconds);
  return full;
}

test('the newest file counts, however deep, and so does a folder that lost one', async () => {
  const sources = place('src', 1, true);
  const layer = place('src/core', 1, true);
  place('src/core/span.ts', 7);
  for (const path of [sources, layer]) utimesSync(path, 1, 1);
  expect(await newestChange([sources])).toBe(7000);

  rmSync(join(layer, 'span.ts'));
  utimesSync(layer, 9, 9);
  expect(await newestChange([sources, place('package.json', 3)])).toBe(9000);
});

test('a build is fresh if it began after the last change', () => {
  const stamp = join(folder, 'stamp');
  expect(isFresh(stamp, 0)).toBe(false);
  writeFileSync(stamp, '5000');
  expect(isFresh(stamp, 4000)).toBe(true);
  expect(isFresh(stamp, 6000)).toBe(false);
  writeFileSync(stamp, '');
  expect(isFresh(stamp, 0)).toBe(false);
});
