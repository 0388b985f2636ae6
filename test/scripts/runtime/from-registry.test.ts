import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { expect, test } from 'vitest';
import { cacheFolder, checked, SHA256 } from '../../../scripts/runtime/from-registry.mjs';

test('a zip with the expected hash is taken', () => {
  const zip = Buffer.from('an archive');
  expect(checked(zip, createHash('sha256').update(zip).digest('hex'))).toBe(zip);
});

test('a tampered zip is refused, and both hashes are named', () => {
  const zip = Buffer.from('an archive with something added');
  const actual = createHash('sha256').update(zip).digest('hex');
  expect(() => checked(zip)).toThrow(actual);
  expect(() => checked(zip)).toThrow(SHA256);
});

test('the cache is where XDG says, and in ~/.cache where it says nothing usable', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/ada' })).toBe('/var/cache/ada/glossator');
  expect(cacheFolder({})).toBe(`${homedir()}/.cache/glossator`);
  expect(cacheFolder({ XDG_CACHE_HOME: 'relative' })).toBe(`${homedir()}/.cache/glossator`);
});
