import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unzip } from '../../../scripts/runtime/unzip.mjs';
import { zipOf } from './zip-of.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-unzip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('unpacking', () => {
  test('restores content, folders and permissions', async () => {
    const long = 'electron '.repeat(10_000);
    const zip = zipOf([
      { name: 'empty/', content: '', mode: 0o040755 },
      { name: 'deep/er/electron', content: long, mode: 0o100755, isDeflated: true },
      { name: 'LICENSE', content: 'MIT', mode: 0o100644 },
    ]);
    await unzip(zip, folder);

    expect(statSync(join(folder, 'empty')).isDirectory()).toBe(true);
    expect(readFileSync(join(folder, 'deep/er/electron'), 'utf8')).toBe(long);
    expect(statSync(join(folder, 'deep/er/electron')).mode & 0o777).toBe(0o755);
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toBe('MIT');
    expect(statSync(join(folder, 'LICENSE')).mode & 0o777).toBe(0o644);
  });

  test('restores symbolic links', async () => {
    await unzip(zipOf([{ name: 'lib.so', content: 'lib.so.1', mode: 0o120777 }]), folder);
    expect(readlinkSync(join(folder, 'lib.so'))).toBe('lib.so.1');
  });

  test('finds the directory behind a comment', async () => {
    const zip = zipOf([{ name: 'a', content: 'b', mode: 0o100644 }], 'a comment of some length');
    await unzip(zip, folder);
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('b');
  });
});

describe('refusing', () => {
  test('a path outside the folder', async () => {
    const zip = zipOf([{ name: '../outside', content: 'x', mode: 0o100644 }]);
    await expect(unzip(zip, folder)).rejects.toThrow('outside its folder: ../outside');
  });

  test('damaged content', async () => {
    const zip = zipOf([{ name: 'electron', content: 'intact', mode: 0o100755 }]);
    zip.write('broken', zip.indexOf('intact'));
    await expect(unzip(zip, folder)).rejects.toThrow('damaged at electron');
  });

  test('what is no zip', async () => {
    await expect(unzip(Buffer.alloc(0), folder)).rejects.toThrow('not a zip');
    await expect(unzip(Buffer.from('<html>404</html>'.repeat(9)), folder)).rejects.toThrow(
      'not a zip',
    );
  });
});
