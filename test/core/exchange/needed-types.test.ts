import { expect, test } from 'vitest';
import { SAME_NAMES } from '#core/exchange/import-mapping.ts';
import { NameTally } from '#core/exchange/incoming-names.ts';
import { planImport } from '#core/exchange/plan-import.ts';
import { sameNames } from '#core/exchange/same-names.ts';
import { completeMapping, suggestMapping } from '#core/exchange/suggest-mapping.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Schema } from '#core/model/schema.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { newEntityType, newRelationType } from '#core/schema-formats/new-type.ts';

const type = (name: string, parent: string | null = null) =>
  newEntityType(name, '#123456', { parent });
const relationType = (name: string, from: readonly string[], to: readonly string[]) =>
  newRelationType(name, '#123456', { from, to });

const INCOMING: Schema = {
  entityTypes: [
    type('Artefact'),
    type('Vessel', 'Artefact'),
    type('Boat', 'Vessel'),
    type('Harbour'),
    type('Dock', 'Harbour'),
    type('Moon'),
  ],
  relationTypes: [
    relationType('moors at', ['Boat'], ['Dock']),
    relationType('orbits', ['Moon'], ['Moon']),
  ],
  documentLabels: [],
};
const span = (id: string, name: string): AnnotationRecord => ({
  ...{ kind: 'span', id, type: name, ranges: [{ start: 0, end: 1 }], attributes: {}, note: '' },
});
const moors: AnnotationRecord = {
  ...{ kind: 'relation', id: 'r', type: 'moors at', from: 'a', to: 'a', attributes: {}, note: '' },
};

function tally(...records: readonly AnnotationRecord[]) {
  const names = new NameTally(INCOMING);
  names.add(records);
  return names;
}

test('types that used types belong to come in; others that are only defined stay out', () => {
  const { entityTypes } = suggestMapping(tally(span('a', 'Boat')), DEFAULT_SCHEMA, INCOMING);
  expect(entityTypes).toEqual({
    ...{ Artefact: 'Artefact', Vessel: 'Vessel', Boat: 'Boat' },
    ...{ Harbour: null, Dock: null, Moon: null },
  });
});

test('types that a used relation type allows come in with what they belong to', () => {
  const names = tally(span('a', 'Boat'), moors);
  const suggested = suggestMapping(names, DEFAULT_SCHEMA, INCOMING);
  expect(suggested.entityTypes).toMatchObject({ Dock: 'Dock', Harbour: 'Harbour', Moon: null });
  const { schema } = planImport(DEFAULT_SCHEMA, INCOMING, names, suggested);
  expect(schema.relationTypes.find(({ name }) => name === 'moors at')).toMatchObject({
    from: ['Boat'],
    to: ['Dock'],
  });
  expect(schema.entityTypes.find(({ name }) => name === 'Dock')).toMatchObject({
    parent: 'Harbour',
  });
});

test('a relation type without uses goes where no type of one of its ends is left', () => {
  const chosen = { ...SAME_NAMES, entityTypes: { Moon: null } };
  const names = tally(span('a', 'Boat'));
  expect(sameNames(names, INCOMING).relationTypes).toMatchObject({ orbits: 'orbits' });
  const suggested = sameNames(names, INCOMING, chosen);
  expect(suggested.relationTypes).toEqual({ 'moors at': 'moors at', orbits: null });
  const empty = { entityTypes: [], relationTypes: [], documentLabels: [] };
  const mapping = completeMapping(chosen, suggested);
  const { schema } = planImport(empty, INCOMING, names, mapping);
  expect(schema.relationTypes.map(({ name }) => name)).toEqual(['moors at']);

  const project = { ...DEFAULT_SCHEMA, relationTypes: [relationType('Orbits', [], [])] };
  expect(suggestMapping(names, project, INCOMING).relationTypes).toMatchObject({ orbits: null });
  const used = tally(span('a', 'Moon'));
  expect(suggestMapping(used, project, INCOMING).relationTypes).toMatchObject({
    orbits: 'Orbits',
  });
});

test('what a person chose is no suggestion, and what is suggested follows it', () => {
  const chosen = { ...SAME_NAMES, entityTypes: { Boat: null } };
  const { entityTypes } = suggestMapping(
    tally(span('a', 'Boat')),
    DEFAULT_SCHEMA,
    INCOMING,
    chosen,
  );
  expect(entityTypes).toMatchObject({ Boat: 'Boat', Vessel: null, Artefact: null });
});
