import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { environmentFor, findRuntime } from '../../scripts/electron-runtime.mjs';
import { programPath } from '../../scripts/runtime/official.mjs';

test('the folder that the user names is taken before all others, and that is said', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const folder = mkdtempSync(join(tmpdir(), 'glossator-runtime-'));
  writeFileSync(join(folder, programPath('linux')), '');

  const runtime = await findRuntime({ ELECTRON_OVERRIDE_DIST_PATH: folder });
  rmSync(folder, { recursive: true });
  expect(runtime.folder).toBe(folder);
  expect(said).toHaveBeenCalledWith(`Electron from ELECTRON_OVERRIDE_DIST_PATH: ${folder}\n`);
});

test('a named folder without Electron is an error, not a reason to take another', async () => {
  const env = { ELECTRON_OVERRIDE_DIST_PATH: '/no/such/folder' };
  await expect(findRuntime(env)).rejects.toThrow('/no/such/folder');
});

test('child processes find the runtime, and never run it as plain Node', () => {
  vi.stubEnv('ELECTRON_RUN_AS_NODE', '1');
  const env = environmentFor({ folder: '/r', program: '/r/electron', why: '' });
  expect(env).toMatchObject({
    ELECTRON_OVERRIDE_DIST_PATH: '/r',
    ELECTRON_EXEC_PATH: '/r/electron',
  });
  expect(env).not.toHaveProperty('ELECTRON_RUN_AS_NODE');
});
