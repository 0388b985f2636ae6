import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Relation } from '#core/model/relation.ts';
import type { Span } from '#core/model/span.ts';
import { SetIndex } from '#core/set/set-index.ts';
import {
  annotationsIn,
  cut,
  MOST,
  paragraphAt,
} from '../../../src/renderer/figure/figure-source.ts';

test('the paragraph at a place holds it, has no line end inside and one on each side', () => {
  const text = fc
    .array(fc.constantFrom('Ada', ' ', '\n', '\r\n', 'London'), { minLength: 1, maxLength: 30 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(200), (words, place) => {
      const at = place % (words.length + 1);
      const found = paragraphAt(words, at);
      if (!/[^\r\n]/u.test(words)) {
        expect(found).toBeNull();
        return;
      }
      if (!found) throw new Error('no paragraph');
      expect(words.slice(found.start, found.end)).toMatch(/^[^\r\n]+$/u);
      expect(found.start === 0 || /[\r\n]/u.test(words.charAt(found.start - 1))).toBe(true);
      expect(found.end === words.length || /[\r\n]/u.test(words.charAt(found.end))).toBe(true);
      if (/[^\r\n]/u.test(words.charAt(at))) {
        expect(found.start).toBeLessThanOrEqual(at);
        expect(found.end).toBeGreaterThan(at);
      }
    }),
  );
});

test('a caret at the end of a paragraph is in it; one on an empty line means the next', () => {
  const text = 'Ada\n\nLondon\n';
  const at = (place: number) => {
    const { start, end } = paragraphAt(text, place) ?? { start: 0, end: 0 };
    return text.slice(start, end);
  };
  expect([0, 3, 4, 5, 11, 12].map(at)).toEqual([
    'Ada',
    'Ada',
    'London',
    'London',
    'London',
    'London',
  ]);
});

test('of a giant paragraph the part around the place is shown, and no more than a figure holds', () => {
  const text = 'word '.repeat(100_000);
  const whole = { start: 0, end: text.length };
  for (const place of [0, 7, 250_000, text.length - 1]) {
    const part = cut(text, whole, place);
    expect(part.end - part.start).toBeLessThanOrEqual(MOST);
    expect(part.end - part.start).toBeGreaterThan(MOST - 200);
    expect(place).toBeGreaterThanOrEqual(part.start);
    expect(place).toBeLessThan(part.end);
    expect(part.start === 0 || text.charAt(part.start - 1) === ' ').toBe(true);
  }
});

const span = (id: string, start: number, type: string): Span => ({
  kind: 'span',
  id,
  type,
  ranges: [{ start, end: start + 1 }],
  attributes: {},
  note: '',
});
const relation = (id: string, from: string, to: string): Relation => ({
  kind: 'relation',
  id,
  type: 'meets',
  from,
  to,
  attributes: {},
  note: '',
});

test('hidden types take their relations along; those that lead out come only when asked for', () => {
  const index = new SetIndex([
    span('a', 0, 'Person'),
    span('b', 2, 'Person'),
    span('c', 4, 'Location'),
    span('far', 100, 'Person'),
    relation('ab', 'a', 'b'),
    relation('ac', 'a', 'c'),
    relation('afar', 'a', 'far'),
  ]);
  const schema = { entityTypes: [], relationTypes: [], documentLabels: [] };
  const source = { name: '', text: ' '.repeat(200), index, schema, scopes: {} };
  const range = { start: 0, end: 10 };
  const ids = (filter: Partial<Parameters<typeof annotationsIn>[2]>) => {
    const all = { hiddenTypes: new Set<string>(), relations: true, leavingRelations: false };
    const { spans, relations } = annotationsIn(source, range, { ...all, ...filter });
    return [...spans, ...relations].map(({ id }) => id);
  };
  expect(ids({})).toEqual(['a', 'b', 'c', 'ab', 'ac']);
  expect(ids({ leavingRelations: true })).toEqual(['a', 'b', 'c', 'ab', 'ac', 'afar']);
  expect(ids({ hiddenTypes: new Set(['Location']) })).toEqual(['a', 'b', 'ab']);
  expect(ids({ hiddenTypes: new Set(['meets']) })).toEqual(['a', 'b', 'c']);
  expect(ids({ relations: false, leavingRelations: true })).toEqual(['a', 'b', 'c']);
});
