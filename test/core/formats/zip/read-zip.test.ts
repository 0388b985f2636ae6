import { describe, expect, test } from 'vitest';
import { readZip } from '#core/formats/zip/read-zip.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

const read = (entries: readonly RawEntry[], limits = {}) =>
  readZip('a.zip', rawZip(entries), limits);

function contents(entries: readonly RawEntry[]): Record<string, string> {
  const found = read(entries);
  if (!found.ok) throw new Error(found.error.message);
  return Object.fromEntries(
    found.value.map((entry) => {
      const bytes = entry.read();
      if (!bytes.ok) throw new Error(bytes.error.message);
      return [entry.path, new TextDecoder().decode(bytes.value)];
    }),
  );
}

test('files come unpacked, in their order; folders are no files', () => {
  const found = contents([
    { name: 'b/', data: '' },
    { name: 'b/stored.txt', data: 'as it is', method: 0 },
    { name: 'a.txt', data: 'packed '.repeat(1000) },
    { name: 'empty', data: '' },
  ]);
  expect(found).toEqual({
    'b/stored.txt': 'as it is',
    'a.txt': 'packed '.repeat(1000),
    empty: '',
  });
  expect(Object.keys(found)).toEqual(['b/stored.txt', 'a.txt', 'empty']);
});

test('an archive of nothing has no files', () => {
  expect(read([])).toEqual({ ok: true, value: [] });
});

test('names are UTF-8, also where the archive does not say so; else code page 437', () => {
  const found = contents([
    { name: 'Çà 😀.txt', data: '1' },
    { name: 'Müller.txt', data: '2', flags: 0 },
    { name: new Uint8Array([0x4d, 0x81, 0x6c]), data: '3', flags: 0 },
  ]);
  expect(found).toEqual({ 'Çà 😀.txt': '1', 'Müller.txt': '2', Mül: '3' });
});

test('paths of Windows and of this folder are made plain', () => {
  expect(Object.keys(contents([{ name: 'a\\b.txt' }, { name: './c.txt' }]))).toEqual([
    'a/b.txt',
    'c.txt',
  ]);
});

describe('refused with the name of the entry, before anything is unpacked', () => {
  test.each<[string, readonly RawEntry[], RegExp]>([
    ['out of the folder', [{ name: '../x' }], /‘..\/x’ has a path that leads out/u],
    ['out of it, farther in', [{ name: 'a/../../x' }], /leads out/u],
    ['out of it, with backslashes', [{ name: '..\\x' }], /leads out/u],
    ['absolute', [{ name: '/etc/passwd' }], /absolute/u],
    ['absolute, with a backslash', [{ name: '\\x' }], /absolute/u],
    ['a drive', [{ name: 'C:\\x' }], /absolute/u],
    ['a drive without root', [{ name: 'c:x' }], /absolute/u],
    ['NUL', [{ name: 'a.txt\0.exe' }], /control/u],
    ['reserved', [{ name: 'a/con.txt' }], /reserves/u],
    ['no name', [{ name: '' }], /no name/u],
    ['an empty part', [{ name: 'a//b' }], /empty part/u],
    ['a link', [{ name: 'l', data: '/etc', attributes: 0xa1ff }], /symbolic link/u],
    ['a link of macOS', [{ name: 'l', attributes: 0xa1ff, madeBy: 19 }], /symbolic link/u],
    ['a device', [{ name: 'd', attributes: 0x2180 }], /neither a file nor a folder/u],
    ['twice', [{ name: 'a' }, { name: 'a' }], /twice/u],
    ['twice but for case', [{ name: 'Ä.txt' }, { name: 'ä.txt' }], /case/u],
    ['twice but for composition', [{ name: 'é' }, { name: 'e\u0301' }], /twice/u],
    ['a file that is a folder', [{ name: 'a' }, { name: 'A/b' }], /in a file/u],
    ['encrypted', [{ name: 'a', flags: 1 }], /encrypted/u],
    ['another method', [{ name: 'a', method: 12 }], /method \(12\)/u],
    ['a folder with contents', [{ name: 'a/', data: 'x' }], /folder with contents/u],
    ['zip64', [{ name: 'a', size: 0xffffffff }], /zip64/u],
    [
      'shared bytes',
      [
        { name: 'a', data: 'x' },
        { name: 'b', data: 'x', sameAs: 0 },
      ],
      /stand/u,
    ],
    ['not UTF-8', [{ name: new Uint8Array([0x61, 0xff]) }], /UTF-8/u],
  ])('%s', (_, entries, message) => {
    const found = read([{ name: 'good.txt', data: 'good' }, ...entries]);
    expect(found).toMatchObject({ ok: false, error: { code: 'invalid-file' } });
    expect(found.ok ? '' : found.error.message).toMatch(message);
    expect(found.ok ? {} : found.error.place).toMatchObject({ file: 'a.zip' });
  });
});

describe('bombs', () => {
  const MEGABYTE = 1024 * 1024;
  const zeros = new Uint8Array(50 * MEGABYTE);

  test('what is packed beyond belief is refused by its ratio', () => {
    const found = read([{ name: 'zeros', data: zeros }]);
    expect(found.ok ? '' : found.error.message).toMatch(/packed more than 200 to one/u);
  });

  test('limits hold for one entry, for all of them, and for their number', () => {
    const one = read([{ name: 'x', data: 'x'.repeat(2 * MEGABYTE) }], { entryBytes: MEGABYTE });
    expect(one.ok ? '' : one.error.message).toMatch(/would take 2 MB; at most 1 MB/u);
    const data = 'x'.repeat(MEGABYTE);
    const two = read(
      [
        { name: 'x', data },
        { name: 'y', data },
      ],
      { totalBytes: 1.5 * MEGABYTE },
    );
    expect(two.ok ? '' : two.error.message).toMatch(/more than 2 MB unpacked/u);
    const many = read([{ name: 'x' }, { name: 'y' }], { entries: 1 });
    expect(many.ok ? '' : many.error.message).toMatch(/2 entries; at most 1/u);
  });

  test('a size that is not true: it stops at what is claimed, and the entry is damaged', () => {
    const archive = rawZip([{ name: 'small', data: zeros, size: 1000 }]);
    const before = process.memoryUsage().arrayBuffers;
    const found = readZip('a.zip', archive);
    const bytes = found.ok ? found.value[0]?.read() : undefined;
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * MEGABYTE);
    expect(bytes).toMatchObject({ ok: false, error: { place: { id: 'small' } } });
  });

  test.each([
    ['a wrong sum', { crc: 1 }],
    ['too long a size', { size: 5 }],
  ])('%s is damage', (_, wrong) => {
    const found = read([{ name: 'a', data: 'text', ...wrong }]);
    expect(found.ok ? found.value[0]?.read().ok : undefined).toBe(false);
  });
});

test('what is no archive, cut off, or followed by something is refused', () => {
  const whole = rawZip([{ name: 'a', data: 'text' }]);
  for (const bytes of [
    new Uint8Array(),
    new TextEncoder().encode('PK\x03\x04 this is no archive'),
    whole.slice(0, -1),
    whole.slice(1),
    new Uint8Array([...whole, 0]),
    new Uint8Array([0, ...whole]),
  ]) {
    expect(readZip('a.zip', bytes)).toMatchObject({ ok: false, error: { code: 'invalid-file' } });
  }
});
