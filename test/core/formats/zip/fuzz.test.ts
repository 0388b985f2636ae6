import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TargetFile } from '#core/formats/format.ts';
import { readZip } from '#core/formats/zip/read-zip.ts';
import { writeZip } from '#core/formats/zip/write-zip.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

const runs = Number(process.env['GLOSSATOR_RUNS'] ?? 1000);

const part = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '',
    'con',
    'a',
    'A',
    'C:',
    'b.txt',
    '\\',
    '..\\..',
    'x\0y',
    '__proto__',
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const entry: fc.Arbitrary<RawEntry> = fc.record({
  name: fc.array(part, { maxLength: 4 }).map((parts) => parts.join('/')),
  data: fc.string(),
  attributes: fc.constantFrom(0, 0x81a4, 0x41ed, 0xa1ff),
  flags: fc.constantFrom(0, 0x0800, 1),
});

test('no archive has a name that leads out of the folder it is put into', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 3 }), (entries) => {
      const found = readZip('a.zip', rawZip(entries));
      if (!found.ok) return;
      for (const { path } of found.value) {
        expect(path).not.toMatch(/^\/|^[a-z]:|\\|\0|(?:^|\/)\.{0,2}(?:\/|$)/iu);
      }
      const keys = found.value.map(({ path }) => path.toLowerCase());
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: runs },
  );
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});

test('damaged archives give entries or a reason, never an exception', () => {
  const whole = rawZip([
    { name: 'a.txt', data: 'some text, some text' },
    { name: 'b/c.txt', data: 'other', method: 0 },
  ]);
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(40), (changes, cut) => {
      const bytes = whole.slice(0, whole.length - (cut > 30 ? cut : 0));
      for (const [at, value] of changes) bytes[at] = value;
      const found = readZip('a.zip', bytes);
      if (!found.ok) expect(found.error.message).toMatch(/\.$/u);
      else for (const one of found.value) one.read();
    }),
    { numRuns: runs },
  );
});

test('what is written comes back, and the same files give the same bytes', () => {
  const file = fc
    .tuple(
      fc.uuid(),
      fc.constantFrom('.txt', ' 😀.xml'),
      fc.array(fc.uint8Array({ maxLength: 300 })),
    )
    .map(
      ([name, ending, parts]): TargetFile => ({ path: `x/${name}${ending}`, parts: () => parts }),
    );
  fc.assert(
    fc.property(fc.uniqueArray(file, { selector: ({ path }) => path }), (files) => {
      const bytes = Buffer.concat([...writeZip(files)]);
      expect(Buffer.concat([...writeZip(files)]).equals(bytes)).toBe(true);
      const found = readZip('a.zip', bytes);
      const read = found.ok
        ? found.value.map((one) => ({ path: one.path, bytes: one.read() }))
        : [];
      expect(read).toEqual(
        files.map(({ path, parts }) => {
          const all = [...parts()].map((one) => Buffer.from(one));
          return { path, bytes: { ok: true, value: new Uint8Array(Buffer.concat(all)) } };
        }),
      );
    }),
    { numRuns: Math.min(runs, 200) },
  );
});
