import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bratSchema } from '#core/schema-formats/brat/format.ts';

function read(text: string) {
  const result = bratSchema.read({ path: 'annotation.conf', text });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('annotation.conf', () => {
  const text = readFileSync(
    join(import.meta.dirname, '../../fixtures/schemas/annotation.conf'),
    'utf8',
  );
  const { schema, problems } = read(text);
  const entity = (name: string) => schema.entityTypes.find((type) => type.name === name);
  const relation = (name: string) => schema.relationTypes.find((type) => type.name === name);

  test('entities and events become entity types, indentation their parents', () => {
    expect(schema.entityTypes.map(({ name, parent }) => [name, parent])).toEqual([
      ['Person', null],
      ['Location', null],
      ['City', 'Location'],
      ['Country', 'Location'],
      ['Gr__e', null],
      ['Meet', null],
      ['Move', null],
    ]);
    expect(entity('Location')?.description).toContain('heading');
  });

  test('relations keep their ends, wildcards and symmetry', () => {
    expect(relation('Lives-in')).toMatchObject({ from: ['Person'], to: ['City', 'Country'] });
    expect(relation('Knows')).toMatchObject({ from: ['Person'], symmetric: true });
    expect(relation('Near')).toMatchObject({ from: ['Person', 'Location', 'Gr__e'], to: [] });
    expect(relation('Lives-in')?.symmetric).toBe(false);
    expect(relation('Broken')).toBeUndefined();
  });

  test('roles become relations from the event; events that share a role share the type', () => {
    expect(relation('Guest')).toMatchObject({ from: ['Meet', 'Move'], to: ['Person'] });
    expect(relation('Place')).toMatchObject({ from: ['Meet'], to: ['City', 'Country'] });
    expect(relation('Topic')).toMatchObject({ from: ['Meet'], to: ['Meet', 'Move'] });
    // ‘Knows’ is a relation already, and stays what it is.
    expect(relation('Knows-role')).toMatchObject({ from: ['Move'], to: ['Person'] });
  });

  test('attributes reach the topmost types that they name', () => {
    const names = (name: string) => entity(name)?.attributes.map((attribute) => attribute.name);
    expect(names('Meet')).toEqual(['Negated', 'Certainty']);
    expect(names('Person')).toEqual(['Certainty']);
    expect(names('City')).toEqual([]);
    expect(entity('Meet')?.attributes).toMatchObject([
      { kind: 'yes-no', default: null },
      { kind: 'one-of', values: ['low', 'high'], default: 'high' },
    ]);
  });

  test('what cannot be kept is reported with its line', () => {
    const lineOf = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;
    const found = problems.map(({ code, place }) => `${code} ${place?.line}`);
    expect(found).toEqual([
      `heading ${lineOf('!Location')}`,
      `name-changed ${lineOf('Größe')}`,
      `option ${lineOf('<OVERLAP>')}`,
      `not-two-ends ${lineOf('Broken')}`,
      `unknown-type ${lineOf('Missing')}`,
      `role-numbers ${lineOf('Meet')}`,
      `unknown-type ${lineOf('Lost')}`,
      `unknown-section ${lineOf('[search]')}`,
    ]);
  });
});

test('[spans] is another name of [entities]', () => {
  expect(read('[spans]\r\nA\r\n B\r\n').schema.entityTypes.map((type) => type.parent)).toEqual([
    null,
    'A',
  ]);
});

test('a file that defines nothing is refused', () => {
  const result = bratSchema.read({ path: 'x.conf', text: '[relations]\nr Arg1:A, Arg2:B\n' });
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'invalid-file', place: { file: 'x.conf' } },
  });
});

const corpora = join(import.meta.dirname, '../../../../shared/corpora/brat');
const files = listFiles(corpora);

function listFiles(folder: string): readonly string[] {
  try {
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return all.filter((file) => file.endsWith('annotation.conf'));
  } catch {
    return [];
  }
}

describe.skipIf(files.length === 0)(
  'real files (skipped where ../shared/corpora is absent)',
  () => {
    test.each(files)('%s is read, and every name that its types use exists', (file) => {
      const { schema } = read(readFileSync(join(corpora, file), 'utf8'));
      const names = new Set(schema.entityTypes.map((type) => type.name));
      expect(names.size).toBeGreaterThan(0);
      for (const type of schema.relationTypes) {
        for (const end of [...type.from, ...type.to]) expect(names).toContain(end);
      }
    });

    test('the tutorial news keep events, roles and attributes', () => {
      const { schema } = read(
        readFileSync(join(corpora, 'brat-tutorial-news/annotation.conf'), 'utf8'),
      );
      const entity = (name: string) => schema.entityTypes.find((type) => type.name === name);
      expect(schema.entityTypes).toHaveLength(4 + 3 + 4 + 2 + 3 + 1);
      expect(entity('Marry')?.parent).toBe('Life');
      expect(entity('Report')?.attributes.map((a) => a.name)).toEqual(['Negation', 'Confidence']);
      expect(schema.relationTypes.find((type) => type.name === 'Alias')?.symmetric).toBe(true);
      expect(schema.relationTypes.find((type) => type.name === 'Place-Arg')?.from).toEqual([
        'Be-born',
        'Marry',
        'Divorce',
        'Die',
      ]);
    });
  },
);
