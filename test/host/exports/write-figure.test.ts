import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFigure } from '#host/exports/write-figure.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossator-figure-'));
});
afterEach(() => rm(folder, { recursive: true }));

const SVG = '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>';

test('a figure is written as it is, and nothing else is left in the folder', async () => {
  const target = join(folder, 'a.svg');
  const done = await writeFigure({ format: 'svg', data: SVG, target, overwrite: false });
  expect(done).toEqual({ ok: true, value: null });
  expect(await readFile(target, 'utf8')).toBe(SVG);
  expect(await readdir(folder)).toEqual(['a.svg']);
});

test('a PNG is written as bytes', async () => {
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 255]);
  const target = join(folder, 'a.png');
  await writeFigure({ format: 'png', data: bytes.toString('base64'), target, overwrite: false });
  expect((await readFile(target)).equals(bytes)).toBe(true);
});

test('a file that stands there is kept, unless the person said otherwise', async () => {
  const target = join(folder, 'a.svg');
  await writeFigure({ format: 'svg', data: SVG, target, overwrite: false });
  const other = { format: 'svg', data: `${SVG}\n`, target } as const;
  const refused = await writeFigure({ ...other, overwrite: false });
  expect(refused.ok || refused.error.code).toBe('exists');
  expect(await readFile(target, 'utf8')).toBe(SVG);
  expect((await writeFigure({ ...other, overwrite: true })).ok).toBe(true);
  expect(await readFile(target, 'utf8')).toBe(`${SVG}\n`);
});

test.each([
  ['svg', '#!/bin/sh\n'],
  ['html', SVG],
  ['png', SVG],
] as const)('data that are no %s are refused', async (format, data) => {
  const target = join(folder, 'a');
  const done = await writeFigure({ format, data, target, overwrite: true });
  expect(done.ok || done.error.code).toBe('bad-request');
  expect(await readdir(folder)).toEqual([]);
});

test('a folder that is not there is a failure with a sentence', async () => {
  const target = join(folder, 'none', 'a.svg');
  const done = await writeFigure({ format: 'svg', data: SVG, target, overwrite: false });
  expect(done.ok || done.error.code).toBe('disk');
});
