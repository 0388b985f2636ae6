import { chmod, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isStaleTemporary, writeDurable } from '#host/store/durable-file.ts';
import { nodeFiles } from '#host/store/files.ts';
import { removeTemporaries } from '#host/store/stale-files.ts';
import { type DiskStep, faultyFiles, systemError } from '../faulty-files.ts';
import { temporaryFolder } from '../workspace.ts';

const OLD = Buffer.from('old');
const NEW = Buffer.from('new '.repeat(50_000));

test('writes to a temporary file, syncs it, puts it in place, syncs the folder', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'a.json');
  const steps: string[] = [];
  const name = (step: DiskStep) =>
    step.path === path ? 'file' : step.path === folder ? 'folder' : 'temporary';
  const files = faultyFiles((step) => {
    steps.push(`${step.call} ${name(step)}`);
    return undefined;
  });
  await writeDurable(files, path, NEW);
  expect(steps).toEqual([
    'open temporary',
    'write temporary',
    'sync temporary',
    'rename file',
    'sync folder',
  ]);
  expect(await readFile(path)).toEqual(NEW);
});

test('keeps the mode of the old file, and a link a link', async () => {
  const folder = await temporaryFolder();
  const [path, link] = [join(folder, 'a.json'), join(folder, 'link.json')];
  await writeFile(path, OLD);
  await chmod(path, 0o600);
  await symlink('a.json', link);
  await writeDurable(nodeFiles, link, NEW);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readFile(path)).toEqual(NEW);
  expect(await readlink(link)).toBe('a.json');
});

describe.each(['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EDQUOT', 'EMFILE'])('%s', (code) => {
  test('at any step: the old file is as it was, or the new one is whole; nothing is left over', async () => {
    for (let n = 1; ; n++) {
      const folder = await temporaryFolder();
      const path = join(folder, 'a.json');
      await writeFile(path, OLD);
      let steps = 0;
      let failed: DiskStep | undefined;
      const files = faultyFiles((step) => {
        if (++steps < n || failed) return undefined;
        failed = step;
        throw systemError(code);
      });
      const outcome = await writeDurable(files, path, NEW).then(
        () => 'done',
        (error) => error.code,
      );
      expect(await readdir(folder)).toEqual(['a.json']);
      const content = await readFile(path);
      expect(outcome).toBe(failed ? code : 'done');
      // The folder is synced last, when the new file is in its place already.
      expect(content).toEqual(failed && failed.path !== folder ? OLD : NEW);
      if (!failed) return expect(n).toBeGreaterThan(5);
    }
  });
});

test('a rename that a virus scanner holds up is tried again', async () => {
  const path = join(await temporaryFolder(), 'a.json');
  let refusals = 3;
  const files = faultyFiles(({ call }) => {
    if (call === 'rename' && refusals-- > 0) throw systemError('EBUSY');
    return undefined;
  });
  await writeDurable(files, path, NEW);
  expect(await readFile(path)).toEqual(NEW);
});

test('a write that the caller stops at the last moment leaves the old file', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'a.json');
  await writeFile(path, OLD);
  const stop = async () => {
    throw new Error('stop');
  };
  await expect(writeDurable(nodeFiles, path, NEW, stop)).rejects.toThrow('stop');
  expect(await readdir(folder)).toEqual(['a.json']);
  expect(await readFile(path)).toEqual(OLD);
});

test('temporary files of a killed session are removed, those of others stay', async () => {
  const folder = await temporaryFolder();
  const stale = '.a.json.0123456789ab.glossator-tmp';
  for (const name of [stale, '.a.json.tmp', 'a.json', '.b.glossator-tmp'])
    await writeFile(join(folder, name), 'x');
  expect(isStaleTemporary(join(folder, stale))).toBe(true);
  await removeTemporaries(nodeFiles, folder);
  expect((await readdir(folder)).sort()).toEqual(['.a.json.tmp', '.b.glossator-tmp', 'a.json']);
});
