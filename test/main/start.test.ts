import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sortPaths } from '../../src/main/start/existing-paths.ts';
import { pathsFromArguments } from '../../src/main/start/paths-from-arguments.ts';

const cwd = resolve('/home/ada');
const appFolder = resolve('/opt/glossator');
const packaged = (...args: string[]) =>
  pathsFromArguments({ argv: ['glossator', ...args], cwd, appFolder: null });
const fromSource = (...args: string[]) =>
  pathsFromArguments({ argv: ['electron', ...args], cwd, appFolder });

test('relative paths are meant from where the person stood', () => {
  expect(packaged('a.txt', '/tmp/b.txt', '../c')).toEqual(
    ['/home/ada/a.txt', '/tmp/b.txt', '/home/c'].map((path) => resolve(path)),
  );
});

test('what looks like a switch is skipped, and after -- it is a path', () => {
  expect(packaged('--no-sandbox', 'a.txt', '-x', '--', '--inspect', '--', '-y')).toEqual(
    ['a.txt', '--inspect', '--', '-y'].map((path) => join(cwd, path)),
  );
});

test('empty arguments and those with NUL are no paths', () => {
  expect(packaged('', '--', '', 'a\0b', 'c')).toEqual([join(cwd, 'c')]);
});

test('from source, what stands before and at the app is Electron’s own', () => {
  expect(fromSource('--inspect=0', '-r', '/x/loader.js', appFolder, '--', 'a.txt')).toEqual([
    join(cwd, 'a.txt'),
  ]);
  expect(fromSource('--inspect=0', '/opt/glossator/', 'a.txt')).toEqual([join(cwd, 'a.txt')]);
  expect(fromSource('/elsewhere', '--', 'a.txt')).toEqual([join(cwd, 'a.txt')]);
  expect(fromSource(appFolder)).toEqual([]);
});

test('paths that exist are told from those that do not, each once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'glossator-start-'));
  const file = join(folder, '-a.txt');
  await writeFile(file, 'x');
  const gone = join(folder, 'gone');
  expect(await sortPaths([file, gone, folder, file, '/dev/null'])).toEqual({
    found: [file, folder],
    missing: [gone, '/dev/null'],
  });
  await rm(folder, { recursive: true });
});
