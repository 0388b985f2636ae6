import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAsset } from '../../src/main/page/find-asset.ts';

let folder = '';
let root = '';

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'glossator-asset-')));
  root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(folder, 'renderer-secret'));
  await writeFile(join(root, 'index.html'), 'page');
  await writeFile(join(root, 'assets', 'a b.js'), 'script');
  await writeFile(join(folder, 'secret.html'), 'secret');
  await writeFile(join(folder, 'renderer-secret', 's.html'), 'secret');
  await symlink(join(folder, 'secret.html'), join(root, 'link.html'));
  await symlink(folder, join(root, 'out'));
  await symlink(join(root, 'index.html'), join(root, 'inner.html'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a file of the page is found, also through a link that stays inside', async () => {
  const find = (path: string) => findAsset(root, `glossator://app${path}`);
  expect(await find('/index.html')).toBe(join(root, 'index.html'));
  expect(await find('/assets/a%20b.js?v=1#x')).toBe(join(root, 'assets', 'a b.js'));
  expect(await find('/inner.html')).toBe(join(root, 'index.html'));
});

test.each([
  '/',
  '',
  '/assets',
  '/missing.html',
  '/../secret.html',
  '/%2e%2e/secret.html',
  '/..%2fsecret.html',
  '/..%2Frenderer-secret/s.html',
  '/assets/..%2f..%2fsecret.html',
  '/..%5csecret.html',
  '/%5c..%5csecret.html',
  '//etc/passwd',
  '/%2fetc%2fpasswd',
  '/C:/Windows/win.ini',
  '/C%3A/Windows/win.ini',
  '/link.html',
  '/out/secret.html',
  '/out/renderer-secret/s.html',
  '/index.html%00.js',
  '/%ff',
  '/%',
])('nothing is found for %j', async (path) => {
  expect(await findAsset(root, `glossator://app${path}`)).toBeUndefined();
});

test('an absolute path to a file that exists is not found either', async () => {
  const secret = join(folder, 'secret.html');
  expect(await findAsset(root, `glossator://app/${encodeURIComponent(secret)}`)).toBeUndefined();
  expect(await findAsset(root, `glossator://app/${secret}`)).toBeUndefined();
  expect(await findAsset(root, `file://${secret}`)).toBeUndefined();
});
