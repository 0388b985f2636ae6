import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { labelId } from '#core/model/document-label.ts';
import type { Relation } from '#core/model/relation.ts';
import type { Span } from '#core/model/span.ts';
import { alignSpans, placeKey } from '#core/review/align-spans.ts';
import { comparedSet } from '#core/review/compared-set.ts';
import { compareSets } from '#core/review/differences.ts';
import { versionsOf } from '#core/review/versions.ts';

const span = (id: string, start: number, end: number, type = 'PER', attributes = {}): Span => ({
  ...{ kind: 'span', id, type, attributes, note: '' },
  ranges: [{ start, end }],
});
const relation = (id: string, type: string, from: string, to: string): Relation => ({
  ...{ kind: 'relation', id, type, from, to, attributes: {}, note: '' },
});
const label = (name: string, value: string): AnnotationRecord => ({
  ...{ kind: 'label', id: labelId(name), name, value },
});

const SYMMETRIC = new Set(['meets']);
/** Kinds of all things on which the sets differ, in order. */
const kindsOf = (...sets: AnnotationRecord[][]) =>
  compareSets(
    sets.map((records, i) => comparedSet(`a${i}`, records)),
    SYMMETRIC,
  ).flatMap(({ kinds }) => (kinds.length > 0 ? [kinds.join('+')] : []));

describe('spans', () => {
  test('that are the same make no difference, whatever their ids and notes', () => {
    const mine = { ...span('x', 0, 4), note: 'sure' };
    expect(kindsOf([mine], [span('y', 0, 4)])).toEqual([]);
  });

  test('differ by presence, seen from the first set', () => {
    expect(kindsOf([span('x', 0, 4)], [])).toEqual(['missing']);
    expect(kindsOf([], [span('x', 0, 4)])).toEqual(['extra']);
  });

  test('differ by boundaries, type, attributes, or several at once', () => {
    expect(kindsOf([span('x', 0, 4)], [span('y', 0, 6)])).toEqual(['boundaries']);
    expect(kindsOf([span('x', 0, 4)], [span('y', 0, 4, 'ORG')])).toEqual(['type']);
    expect(kindsOf([span('x', 0, 4)], [span('y', 0, 4, 'PER', { sure: true })])).toEqual([
      'attributes',
    ]);
    expect(kindsOf([span('x', 0, 4)], [span('y', 0, 5, 'ORG')])).toEqual(['boundaries+type']);
  });

  test('of different types that hardly overlap are two things', () => {
    expect(kindsOf([span('x', 0, 30)], [span('y', 10, 14, 'ORG')])).toEqual(['missing', 'extra']);
  });

  test('of one place are paired by type first', () => {
    const mine = [span('x', 0, 4, 'PER'), span('y', 0, 4, 'ORG')];
    const theirs = [span('z', 0, 4, 'ORG'), span('w', 0, 4, 'PER')];
    expect(kindsOf(mine, theirs)).toEqual([]);
  });
});

describe('relations', () => {
  const ends = [span('x', 0, 4), span('y', 10, 14), span('z', 20, 24)];

  test('differ by presence, type, direction and ends', () => {
    const knows = relation('r', 'knows', 'x', 'y');
    expect(kindsOf([...ends, knows], [...ends, knows])).toEqual([]);
    expect(kindsOf([...ends, knows], ends)).toEqual(['relation missing']);
    expect(kindsOf(ends, [...ends, knows])).toEqual(['relation extra']);
    expect(kindsOf([...ends, knows], [...ends, relation('q', 'hates', 'x', 'y')])).toEqual([
      'relation type',
    ]);
    expect(kindsOf([...ends, knows], [...ends, relation('q', 'knows', 'y', 'x')])).toEqual([
      'relation direction',
    ]);
    expect(kindsOf([...ends, knows], [...ends, relation('q', 'knows', 'x', 'z')])).toEqual([
      'relation ends',
    ]);
  });

  test('without a direction are the same from either end', () => {
    const mine = relation('r', 'meets', 'x', 'y');
    expect(kindsOf([...ends, mine], [...ends, relation('q', 'meets', 'y', 'x')])).toEqual([]);
  });

  test('are the same where only the boundaries of an end differ', () => {
    const theirs = [span('x', 0, 5), span('y', 10, 14), relation('q', 'knows', 'x', 'y')];
    const mine = [span('x', 0, 4), span('y', 10, 14), relation('r', 'knows', 'x', 'y')];
    expect(kindsOf(mine, theirs)).toEqual(['boundaries']);
  });
});

test('labels differ by value, and where one has none', () => {
  expect(kindsOf([label('topic', 'war')], [label('topic', 'war')])).toEqual([]);
  expect(kindsOf([label('topic', 'war')], [label('topic', 'art')])).toEqual(['label']);
  expect(kindsOf([label('topic', 'war')], [])).toEqual(['label']);
});

const anySpan = fc
  .tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('A', 'B'),
  )
  .map(([start, size, type]) => ({ start, end: start + size, type }));
const anySet = fc
  .array(anySpan, { maxLength: 8 })
  .map((spans) => spans.map(({ start, end, type }, i) => span(`s${i}`, start, end, type)));

test('every span of every set is in exactly one thing, at most one of each annotator', () => {
  fc.assert(
    fc.property(fc.array(anySet, { minLength: 1, maxLength: 4 }), (sets) => {
      const items = alignSpans(sets.map((records, i) => comparedSet(`a${i}`, records)));
      for (const [i, records] of sets.entries()) {
        const seen = items.flatMap(({ members }) => members.get(`a${i}`)?.id ?? []);
        expect([...seen].sort()).toEqual(records.map(({ id }) => id).sort());
      }
    }),
  );
});

test('as many equal spans are brought together as two sets have in common', () => {
  fc.assert(
    fc.property(anySet, anySet, (mine, theirs) => {
      const items = alignSpans([comparedSet('a', mine), comparedSet('b', theirs)]);
      const key = (each: Span | undefined) => (each ? `${placeKey(each)} ${each.type}` : '');
      const together = items.filter(
        ({ members }) => members.size === 2 && key(members.get('a')) === key(members.get('b')),
      );
      const left = theirs.map(key);
      let common = 0;
      for (const one of mine.map(key)) {
        const at = left.indexOf(one);
        if (at === -1) continue;
        left.splice(at, 1);
        common++;
      }
      expect(together).toHaveLength(common);
    }),
  );
});

test('a set compared with itself differs in nothing; versions say who sees what', () => {
  fc.assert(
    fc.property(anySet, (records) => {
      expect(kindsOf(records, records, records)).toEqual([]);
    }),
  );
  const sets = [[span('x', 0, 4)], [span('y', 0, 4)], [span('z', 0, 6)]];
  const [only] = compareSets(
    sets.map((records, i) => comparedSet(`a${i}`, records)),
    SYMMETRIC,
  );
  const versions = only ? versionsOf(only, ['a0', 'a1', 'a2', 'a3']) : [];
  expect(versions.map(({ annotators }) => annotators)).toEqual([['a0', 'a1'], ['a2'], ['a3']]);
  expect([...(versions[0]?.records ?? [])]).toEqual([
    ['a0', 'x'],
    ['a1', 'y'],
  ]);
  expect(versions[2]?.records.size).toBe(0);
});
