import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FORMATS } from '#core/formats/registry.ts';
import { formatsPage } from '../../scripts/formats-page.mjs';

const at = (name: string) => join(import.meta.dirname, '../../docs', name);
const figures = (name: string) => JSON.parse(readFileSync(at(name), 'utf8'));

test('docs/FORMATS.md says what the formats declare; otherwise run `npm run formats`', () => {
  const page = formatsPage(FORMATS, figures('formats-tested.json'), figures('formats-speed.json'));
  expect(readFileSync(at('FORMATS.md'), 'utf8')).toBe(page);
});

test('every format says which versions it speaks, and has a name of its own', () => {
  for (const { versions } of FORMATS) expect(versions).not.toBe('');
  expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
  expect(new Set(FORMATS.map(({ name }) => name)).size).toBe(FORMATS.length);
});
