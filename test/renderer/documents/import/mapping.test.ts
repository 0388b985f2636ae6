import { expect, test } from 'vitest';
import { type ImportMapping, SAME_NAMES } from '#core/exchange/import-mapping.ts';
import type { EntityType, Schema } from '#core/model/schema.ts';
import {
  fateOf,
  projectNames,
  targetOf,
  withNames,
} from '../../../../src/renderer/documents/import/mapping.ts';

const type = (name: string, parent: string | null, ...attributes: string[]): EntityType => ({
  name,
  parent,
  color: '#336699',
  key: null,
  description: '',
  examples: [],
  attributes: attributes.map((each) => ({
    name: each,
    kind: 'text',
    values: [],
    default: null,
    required: false,
    key: null,
    description: '',
  })),
});
const SCHEMA: Schema = {
  entityTypes: [type('Person', null, 'gender'), type('Poet', 'Person', 'works')],
  relationTypes: [],
  documentLabels: [],
};
const AT = { part: 'entityTypes' } as const;
const SUGGESTED: ImportMapping = { ...SAME_NAMES, entityTypes: { PER: 'Person', Junk: null } };

test('what was chosen holds before what is suggested, and without either the name stays', () => {
  const chosen = withNames(null, AT, { PER: null });
  expect(targetOf(chosen, SUGGESTED, AT, 'PER')).toEqual({ target: null, isSuggested: false });
  expect(targetOf(null, SUGGESTED, AT, 'PER')).toEqual({ target: 'Person', isSuggested: true });
  expect(targetOf(chosen, SUGGESTED, AT, 'Junk')).toEqual({ target: null, isSuggested: true });
  expect(targetOf(null, SUGGESTED, AT, 'City')).toEqual({ target: 'City', isSuggested: true });
});

test('names that objects have anyway are names like any other', () => {
  const { target } = targetOf(SAME_NAMES, SUGGESTED, AT, 'constructor');
  expect(target).toBe('constructor');
});

test('taking a choice back leaves no trace of it', () => {
  const chosen = withNames(null, AT, { PER: null, City: 'Town' });
  expect(withNames(chosen, AT, { PER: undefined }).entityTypes).toEqual({ City: 'Town' });
});

test('attributes are mapped by their incoming type', () => {
  const at = { part: 'entityAttributes', type: 'PER' } as const;
  const chosen = withNames(null, at, { sex: 'gender' });
  expect(chosen.entityAttributes).toEqual({ PER: { sex: 'gender' } });
  expect(targetOf(chosen, SAME_NAMES, at, 'sex').target).toBe('gender');
  expect(targetOf(chosen, SAME_NAMES, { ...at, type: 'ORG' }, 'sex').target).toBe('sex');
});

test('attributes of the type and of those above it can be merged into', () => {
  const at = { part: 'entityAttributes', type: 'PER' } as const;
  expect(projectNames(SCHEMA, at, 'Poet')).toEqual(['gender', 'works']);
  expect(projectNames(SCHEMA, at, null)).toEqual([]);
  expect(projectNames(SCHEMA, AT, null)).toEqual(['Person', 'Poet']);
});

test.each([
  ['PER', null, 'out'],
  ['PER', 'Person', 'to:Person'],
  ['Person', 'Person', 'to:Person'],
  ['City', 'City', 'add'],
  ['City', 'Town', 'rename'],
])('%s that becomes %s is called %s', (name, target, fate) => {
  expect(fateOf(name, target, ['Person', 'Poet'])).toBe(fate);
});
