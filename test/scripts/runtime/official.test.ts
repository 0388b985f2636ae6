import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled, programPath, reasonOf } from '../../../scripts/runtime/official.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-official-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const electron = (version: string) => ({
  version,
  folder,
  dist: join(folder, 'dist'),
  program: 'electron',
});

test('a release counts as installed once it is complete and of the declared version', () => {
  expect(isInstalled(electron('45.4.1'))).toBe(false);

  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/version'), 'v45.4.1\n');
  writeFileSync(join(folder, 'dist/electron'), '');
  expect(isInstalled(electron('45.4.1'))).toBe(false);

  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(isInstalled(electron('45.4.1'))).toBe(true);
  expect(isInstalled(electron('46.0.0'))).toBe(false);
});

test('each platform has its own path to the program', () => {
  expect(programPath('linux')).toBe('electron');
  expect(programPath('win32')).toBe('electron.exe');
  expect(programPath('darwin')).toBe('Electron.app/Contents/MacOS/Electron');
});

test('the reason of a failed download is its cause, in one line', () => {
  const failed = new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND x') });
  expect(reasonOf(failed)).toBe('getaddrinfo ENOTFOUND x');
  expect(reasonOf(new Error('one\ntwo'))).toBe('one');
  expect(reasonOf('odd')).toBe('odd');
});
