import { expect, test } from 'vitest';
import { relationOptions, startsReversed } from '../../../src/renderer/labels/relation-options.ts';
import { entity, relation, schema } from '../schema/schemas.ts';

const SCHEMA = schema({
  entityTypes: [entity('Person'), entity('Place'), entity('City', { parent: 'Place' })],
  relationTypes: [
    relation('lives in', { from: ['Person'], to: ['Place'] }),
    relation('near', { from: ['Place'], to: ['Place'], symmetric: true }),
    relation('about'),
  ],
});
const person = { type: 'Person' };
const city = { type: 'City' };

test('what can be chosen comes first; the rest says why not, without its own name', () => {
  expect(
    relationOptions(SCHEMA, person, city).map(({ type, reason }) => [type.name, reason]),
  ).toEqual([
    ['lives in', null],
    ['about', null],
    ['near', 'Does not link Person and City.'],
  ]);
});

test('what fits only the other way round says so', () => {
  const reason = relationOptions(SCHEMA, city, person).find(
    (o) => o.type.name === 'lives in',
  )?.reason;
  expect(reason).toContain('the other way round');
});

test('the chooser opens turned round only where nothing fits as drawn', () => {
  const strict = { ...SCHEMA, relationTypes: SCHEMA.relationTypes.slice(0, 2) };
  expect(startsReversed(SCHEMA, city, person)).toBe(false); // “about” fits either way
  expect(startsReversed(strict, city, person)).toBe(true);
  expect(startsReversed(strict, person, city)).toBe(false);
  expect(startsReversed(strict, person, person)).toBe(false);
});
