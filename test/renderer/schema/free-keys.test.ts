import { expect, test } from 'vitest';
import { keyConflicts } from '#core/schema/keys.ts';
import { withoutConflicts } from '../../../src/renderer/schema/edits/free-keys.ts';
import { attribute, entity, relation, schema } from './schemas.ts';

test('the first keeps its key, the later ones lose theirs', () => {
  const { schema: next, lost } = withoutConflicts(
    schema({
      entityTypes: [
        entity('Person', { key: 'p', attributes: [attribute('certain', { key: 'c' })] }),
        entity('Place', { key: 'p' }),
        entity('City', { key: 'c' }),
        entity('Dot', { key: '.' }),
      ],
      relationTypes: [relation('part of', { key: 'p' }), relation('plays', { key: 'p' })],
      documentLabels: [attribute('genre', { key: 'p' })],
    }),
  );
  expect(lost).toEqual(['Place', 'City', 'Dot', 'plays', 'genre']);
  expect(next.entityTypes.map((t) => t.key)).toEqual(['p', null, null, null]);
  expect(next.relationTypes.map((t) => t.key)).toEqual(['p', null]);
  expect(keyConflicts(next)).toEqual([]);
});

test('a schema without conflicts stays as it is', () => {
  const fine = schema({
    entityTypes: [entity('Person', { key: 'p' }), entity('Place', { key: 'l' })],
  });
  expect(withoutConflicts(fine)).toEqual({ schema: fine, lost: [] });
});
