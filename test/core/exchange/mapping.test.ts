import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributeChecker } from '#core/check/check-attributes.ts';
import type { ImportMapping } from '#core/exchange/import-mapping.ts';
import { SAME_NAMES } from '#core/exchange/import-mapping.ts';
import { NameTally } from '#core/exchange/incoming-names.ts';
import { mapRecords } from '#core/exchange/map-records.ts';
import { planImport } from '#core/exchange/plan-import.ts';
import { suggestMapping } from '#core/exchange/suggest-mapping.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { AttributeValue } from '#core/model/attribute.ts';
import { labelId } from '#core/model/document-label.ts';
import type { AttributeDefinition, Schema } from '#core/model/schema.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { validateSchema } from '#core/schema/validate.ts';
import { newAttribute, newEntityType } from '#core/schema-formats/new-type.ts';

const EMPTY: Schema = { entityTypes: [], relationTypes: [], documentLabels: [] };

type Attributes = Readonly<Record<string, AttributeValue>>;
const span = (id: string, type: string, attributes: Attributes = {}): AnnotationRecord => ({
  ...{ kind: 'span', id, type, ranges: [{ start: 0, end: 1 }], attributes, note: '' },
});
const relation = (id: string, type: string, from: string, to: string): AnnotationRecord => ({
  ...{ kind: 'relation', id, type, from, to, attributes: {}, note: '' },
});
const label = (name: string, value: AttributeValue): AnnotationRecord => ({
  ...{ kind: 'label', id: labelId(name), name, value },
});

function tally(records: readonly AnnotationRecord[], schema = EMPTY): NameTally {
  const names = new NameTally(schema);
  names.add(records);
  return names;
}

/** Into the default schema with one attribute of that kind on Person. */
function withAttribute(definition: AttributeDefinition): Schema {
  const entityTypes = DEFAULT_SCHEMA.entityTypes.map((type) =>
    type.name === 'Person' ? { ...type, attributes: [definition] } : type,
  );
  return { ...DEFAULT_SCHEMA, entityTypes };
}

describe('suggestions', () => {
  test.each([
    ['Person', 'Person'],
    ['person', 'Person'],
    ['PERSON', 'Person'],
    ['PER', 'Person'],
    ['persName', 'Person'],
    ['ORG', 'Organization'],
    ['Organisation', 'Organization'],
    ['organization', 'Organization'],
    ['LOC', 'Location'],
    ['GPE', 'GPE'],
    ['placeName', 'Location'],
    ['Gene', 'Gene'],
    ['constructor', 'constructor'],
    [' blanks ', 'blanks'],
  ])('the entity type %s becomes %s', (incoming, expected) => {
    const { entityTypes } = suggestMapping(tally([span('a', incoming)]), DEFAULT_SCHEMA);
    expect(entityTypes).toEqual({ [incoming]: expected });
  });

  test.each([
    ['holds_role', 'holds role'],
    ['HoldsRole', 'holds role'],
    ['PART-OF', 'part of'],
    ['kills', 'kills'],
  ])('the relation type %s becomes %s', (incoming, expected) => {
    const names = tally([span('a', 'X'), relation('r', incoming, 'a', 'a')]);
    expect(suggestMapping(names, DEFAULT_SCHEMA).relationTypes).toEqual({ [incoming]: expected });
  });

  test('what is defined and not used stays out of a project with a schema of its own', () => {
    const schema = { ...EMPTY, entityTypes: [newEntityType('Gene', '#123456')] };
    expect(suggestMapping(tally([], schema), DEFAULT_SCHEMA).entityTypes).toEqual({ Gene: null });
  });
});

describe('attributes', () => {
  const into = (definition: AttributeDefinition, value: AttributeValue) => {
    const base = withAttribute(definition);
    const records = [span('a', 'Person', { sure: value })];
    const plan = planImport(base, EMPTY, tally(records), SAME_NAMES);
    const [mapped] = mapRecords(records, plan).records;
    const person = plan.schema.entityTypes.find(({ name }) => name === 'Person');
    return { mapped: mapped?.kind === 'span' ? mapped.attributes : {}, person };
  };

  test('values that the list lacks are added to it', () => {
    const definition = newAttribute('sure', { kind: 'one-of', values: ['yes', 'no'] });
    const { mapped, person } = into(definition, 'perhaps');
    expect(mapped).toEqual({ sure: 'perhaps' });
    expect(person?.attributes).toEqual([{ ...definition, values: ['yes', 'no', 'perhaps'] }]);
  });

  test('a value that does not fit gets an attribute of another name', () => {
    const { mapped, person } = into(newAttribute('sure'), 'very');
    expect(mapped).toEqual({ 'sure (value)': 'very' });
    expect(person?.attributes.map(({ name, kind }) => [name, kind])).toEqual([
      ['sure', 'yes-no'],
      ['sure (value)', 'one-of'],
    ]);
  });

  test('one text becomes a list of one where the project has lists', () => {
    const definition = newAttribute('sure', { kind: 'many-of', values: ['a'] });
    expect(into(definition, 'b').mapped).toEqual({ sure: ['b'] });
  });

  test('different kinds in one file are told as text, and none is lost', () => {
    const records = [
      span('a', 'T', { x: true }),
      span('b', 'T', { x: 3 }),
      span('c', 'T', { x: 'y' }),
    ];
    const plan = planImport(DEFAULT_SCHEMA, EMPTY, tally(records), SAME_NAMES);
    const values = mapRecords(records, plan).records.map((one) =>
      one.kind === 'span' ? one.attributes['x'] : null,
    );
    expect(values).toEqual(['true', '3', 'y']);
  });
});

test('a relation goes with the span that is left out', () => {
  const records = [span('a', 'A'), span('b', 'B'), relation('r', 'R', 'a', 'b'), label('l', 'x')];
  const mapping = { ...SAME_NAMES, entityTypes: { B: null } };
  const plan = planImport(DEFAULT_SCHEMA, EMPTY, tally(records), mapping);
  const mapped = mapRecords(records, plan);
  expect(mapped.records.map(({ id }) => id)).toEqual(['a', 'label:l']);
  expect(mapped.leftOut).toBe(2);
});

test('types keep what they belong to, and relations the ends that are left', () => {
  const incoming: Schema = {
    entityTypes: [
      newEntityType('Living', '#111111'),
      newEntityType('Plant', '#222222', { parent: 'Living' }),
      newEntityType('Tree', '#333333', { parent: 'Plant' }),
    ],
    relationTypes: [
      {
        ...newEntityType('eats', '#444444'),
        ...{ from: ['Living'], to: ['Plant', 'Tree'], symmetric: false },
      },
    ],
    documentLabels: [],
  };
  const mapping = { ...SAME_NAMES, entityTypes: { Plant: null } };
  const { schema } = planImport(EMPTY, incoming, new NameTally(incoming), mapping);
  expect(schema.entityTypes.map(({ name, parent }) => [name, parent])).toEqual([
    ['Living', null],
    ['Tree', 'Living'],
  ]);
  expect(schema.relationTypes).toMatchObject([{ from: ['Living'], to: ['Tree'] }]);
});

const name = fc.constantFrom(
  'Person',
  'PER',
  'person',
  'Gene',
  'a b',
  '__proto__',
  'constructor',
  ' x',
  '',
);
const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.boolean(),
  fc.integer(),
  fc.string({ maxLength: 4 }),
  fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
);
const attributes = fc
  .array(fc.tuple(fc.constantFrom('sure', 'x', '__proto__', ' y'), value), { maxLength: 3 })
  .map((pairs): Attributes => Object.fromEntries(pairs));
const spans = fc.array(fc.tuple(name, attributes), { maxLength: 8 });
const links = fc.array(fc.tuple(fc.constantFrom('meets', 'R', 'part of'), fc.nat(9), fc.nat(9)), {
  maxLength: 5,
});
const records = fc
  .tuple(spans, links)
  .map(([own, ends]): AnnotationRecord[] => [
    ...own.map(([type, values], i) => span(`s${i}`, type, values)),
    ...ends
      .filter(([, from, to]) => from < own.length && to < own.length)
      .map(([type, from, to], i) => relation(`r${i}`, type, `s${from}`, `s${to}`)),
  ]);
const target = fc.option(fc.constantFrom('Person', 'New', 'Role'));
const mapping: fc.Arbitrary<ImportMapping> = fc
  .array(fc.tuple(name, target), { maxLength: 4 })
  .map((pairs) => ({ ...SAME_NAMES, entityTypes: Object.fromEntries(pairs) }));
const bases = fc.constantFrom(
  EMPTY,
  DEFAULT_SCHEMA,
  withAttribute(newAttribute('sure')),
  withAttribute(newAttribute('sure', { kind: 'one-of', values: ['a'] })),
);

test('whatever comes in, the schema stays sound and has a place for every record', () => {
  fc.assert(
    fc.property(records, mapping, bases, (incoming, map, base) => {
      const plan = planImport(base, EMPTY, tally(incoming), map);
      const { records: mapped, leftOut } = mapRecords(incoming, plan);
      expect(validateSchema(plan.schema)).toEqual([]);
      const check = attributeChecker(plan.schema);
      const types = {
        span: plan.schema.entityTypes.map((type) => type.name),
        relation: plan.schema.relationTypes.map((type) => type.name),
      };
      const ids = new Set(mapped.map(({ id }) => id));
      for (const record of mapped) {
        if (record.kind !== 'span' && record.kind !== 'relation') continue;
        expect(types[record.kind]).toContain(record.type);
        expect(check(record)).toEqual([]);
        if (record.kind === 'relation')
          expect(ids.has(record.from) && ids.has(record.to)).toBe(true);
      }
      expect(mapped.length + leftOut).toBe(incoming.length);
      // What the project had is there as it was, but for longer lists of values.
      for (const type of base.entityTypes) {
        const after = plan.schema.entityTypes.find((one) => one.name === type.name);
        expect(after).toMatchObject({ color: type.color, key: type.key, parent: type.parent });
        expect(after?.attributes.length).toBeGreaterThanOrEqual(type.attributes.length);
      }
      if (Object.keys(map.entityTypes).length === 0) expect(leftOut).toBe(0);
    }),
    { numRuns: 1_000 },
  );
});
