import { expect, test } from 'vitest';
import { decode, schemaType } from '#core/model/decode.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { relationChoices } from '#core/schema/relation-choices.ts';
import { contrast, distance, light, mix, VISIONS } from './color-vision.ts';

const { entityTypes, relationTypes } = DEFAULT_SCHEMA;
const pairs = entityTypes.flatMap((a, i) => entityTypes.slice(i + 1).map((b) => [a, b] as const));

test('holds what people expect, each with a key, a guideline and examples', () => {
  expect(entityTypes.map(({ name }) => name)).toEqual(
    'Person Organization Location Date Role Event Money'.split(' '),
  );
  for (const type of [...entityTypes, ...relationTypes]) {
    expect(type.key).toMatch(/^[a-z]$/u);
    expect(type.description).toMatch(/\.$/u);
    expect(type.examples.length).toBeGreaterThan(0);
  }
  expect(decode(schemaType, DEFAULT_SCHEMA).ok).toBe(true);
});

test('any two entity types can be related somehow, and roles are held by people only', () => {
  for (const [from, to] of pairs) {
    const choices = relationChoices(DEFAULT_SCHEMA, { type: from.name }, { type: to.name });
    expect(choices.some(({ allowed }) => allowed)).toBe(true);
    const holds = choices.find(({ type }) => type === 'holds role');
    expect(holds?.allowed).toBe(from.name === 'Person' && to.name === 'Role');
  }
});

test.each(Object.entries(VISIONS))(
  'colours can be told apart with %s colour vision',
  (_, vision) => {
    for (const [a, b] of pairs) {
      expect({ a: a.name, b: b.name, far: distance(a.color, b.color, vision) > 20 }).toEqual({
        a: a.name,
        b: b.name,
        far: true,
      });
    }
  },
);

test.each([
  ['light', '#fffefb', '#1f2023'],
  ['dark', '#18191b', '#e4e4e2'],
])('on the %s page text can be read on the tint, and the tint be seen', (_, page, ink) => {
  for (const { name, color } of [...entityTypes, ...relationTypes]) {
    const tint = mix(color, page, 0.24);
    const readable = contrast(light(ink), light(tint));
    const visible = contrast(light(color), light(page));
    expect({ name, ok: readable >= 4.5 && visible >= 2.3 }).toEqual({ name, ok: true });
  }
});
