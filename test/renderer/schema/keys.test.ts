import { expect, test } from 'vitest';
import { freeKeyFor, keyConflict } from '../../../src/renderer/schema/edits/keys.ts';
import { attribute, entity, relation, schema } from './schemas.ts';

const SCHEMA = schema({
  entityTypes: [
    entity('Person', { key: 'p', attributes: [attribute('certain', { key: 'c' })] }),
    entity('Politician', { parent: 'Person', attributes: [attribute('party', { key: 'y' })] }),
    entity('Place', { key: 'l', attributes: [attribute('kind', { key: 'y' })] }),
  ],
  relationTypes: [relation('part of', { key: 'p' })],
  documentLabels: [attribute('genre', { key: 'g' })],
});
const owner = (name: string) => ({ kind: 'entity', name }) as const;

test('a key has one owner among what is typed in the text', () => {
  expect(keyConflict(SCHEMA, owner('Place'), 'p')).toBe('‘p’ is the key of Person already.');
  expect(keyConflict(SCHEMA, owner('Person'), 'p')).toBeNull();
  expect(keyConflict(SCHEMA, owner('Place'), 'c')).toBe(
    '‘c’ is the key of the attribute ‘certain’ of Person already.',
  );
  expect(keyConflict(SCHEMA, owner('Place'), 'g')).toContain('document label ‘genre’');
});

test('keys of relations meet only one another', () => {
  expect(keyConflict(SCHEMA, { kind: 'relation', name: 'x' }, 'p')).toContain('part of');
  expect(keyConflict(SCHEMA, { kind: 'relation', name: 'x' }, 'l')).toBeNull();
});

test('attributes meet where one annotation has both', () => {
  const of = (type: string) =>
    ({ kind: 'attribute', name: 'new', owner: { kind: 'entity', type } }) as const;
  expect(keyConflict(SCHEMA, of('Politician'), 'c')).toContain('certain');
  expect(keyConflict(SCHEMA, of('Place'), 'c')).toBeNull();
});

test('keys of actions, capitals and blanks cannot be had', () => {
  expect(keyConflict(SCHEMA, owner('Place'), '.')).toContain('Tag with the last label again');
  expect(keyConflict(SCHEMA, owner('Place'), 'P')).toContain('small letter');
  expect(keyConflict(SCHEMA, owner('Place'), ' ')).toContain('one character');
  expect(keyConflict(SCHEMA, owner('Place'), 'ab')).toContain('one character');
});

test('the free key proposed is one of the name where possible', () => {
  expect(freeKeyFor(SCHEMA, owner('Plant'))).toBe('a');
  expect(freeKeyFor(SCHEMA, owner('地名'))).toBe('地');
  expect(freeKeyFor(SCHEMA, owner('p'))).toBe('a');
});
