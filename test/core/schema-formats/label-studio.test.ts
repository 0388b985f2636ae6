import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cssColor } from '#core/schema-formats/label-studio/css-color.ts';
import { labelStudioSchema } from '#core/schema-formats/label-studio/format.ts';

const tryRead = (text: string) => labelStudioSchema.read({ path: 'config.xml', text });

function read(text: string) {
  const result = tryRead(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const CONFIG = `<View>
  <Header value="Tag &amp; relate"/>
  <Labels name="label" toName="text">
    <Label value="Person" background="darkorange" hotkey="P"/>
    <Label value="Place shown" alias="Place" background="#0af" hotkey="ctrl+l"/>
    <Label value="Person" background="red"/>
    <Label value="Gone" hotkey="p"/>
  </Labels>
  <Relations><Relation value="org:founded"/></Relations>
  <Text name="text" value="$text"/>
  <View visibleWhen="region-selected">
    <Choices name="certainty" toName="text" perRegion="true" required="true" whenLabelValue="Person,Nobody">
      <Choice value="low"/><Choice value="high" selected="true"/>
    </Choices>
    <TextArea name="comment" toName="text" perRegion="true" placeholder="Why?"/>
  </View>
  <Choices name="topics" toName="text" choice="multiple">
    <Choice value="sport"/><Choice value="art"><Choice value="music"/></Choice>
  </Choices>
  <Taxonomy name="tax" toName="text"><Choice value="A"><Choice value="B"/></Choice></Taxonomy>
  <Rating name="stars" toName="text" maxRating="7"/>
  <Image name="img" value="$image"/>
</View>`;

describe('a labeling configuration', () => {
  const { schema, problems } = read(CONFIG);

  test('labels become entity types with colour and key', () => {
    expect(schema.entityTypes.map(({ name, color, key }) => [name, color, key])).toEqual([
      ['Person', '#ff8c00', 'p'],
      ['Place', '#00aaff', null],
      ['Gone', expect.stringMatching(/^#[0-9a-f]{6}$/u), null],
    ]);
    expect(schema.relationTypes.map((type) => type.name)).toEqual(['org:founded']);
  });

  test('per-region controls become attributes, of the labels that they are shown for', () => {
    expect(schema.entityTypes.map((type) => type.attributes.map((a) => a.name))).toEqual([
      ['certainty', 'comment'],
      ['comment'],
      ['comment'],
    ]);
    expect(schema.entityTypes[0]?.attributes).toMatchObject([
      { kind: 'one-of', values: ['low', 'high'], default: 'high', required: true },
      { kind: 'text', description: 'Why?' },
    ]);
  });

  test('the other controls become document labels', () => {
    expect(schema.documentLabels).toMatchObject([
      { name: 'topics', kind: 'many-of', values: ['sport', 'art', 'art / music'] },
      { name: 'tax', kind: 'many-of', values: ['A', 'A / B'] },
      { name: 'stars', kind: 'number', description: '1 to 7.' },
    ]);
  });

  test('what was left out is reported with line and column', () => {
    expect(problems.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ['key', 5, 5],
      ['duplicate-type', 6, 5],
      ['key', 7, 5],
      ['not-for-text', 22, 3],
      ['unknown-type', 12, 5],
    ]);
  });
});

test('a taxonomy that labels becomes a hierarchy of types', () => {
  const { schema } = read(
    '<View><Taxonomy name="t" toName="x" labeling="true"><Choice value="A"><Choice value="B"/></Choice></Taxonomy></View>',
  );
  expect(schema.entityTypes.map(({ name, parent }) => [name, parent])).toEqual([
    ['A', null],
    ['B', 'A'],
  ]);
});

describe('what is refused, with line and column', () => {
  test.each([
    ['<!DOCTYPE View [<!ENTITY a "b">]>\n<View/>', 'DTD', 1, 1],
    ['<?xml version="1.0"?>\n <!DOCTYPE View SYSTEM "file:///etc/passwd">\n<View/>', 'DTD', 2, 2],
    ['<View>\n<Labels name="&bomb;"/></View>', 'Entities', 2, undefined],
    ['<View>\n <Labels>\n</View>', 'well-formed', 3, undefined],
    [`${'<View>'.repeat(100_000)}`, 'nested', 1, undefined],
    ['not xml', 'well-formed', 1, undefined],
  ])('%#', (text, words, line, column) => {
    const result = tryRead(text);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.message).toContain(words);
    expect(result.error.place).toMatchObject({
      file: 'config.xml',
      line,
      ...(column && { column }),
    });
    expect(result.error.place?.column).toBeGreaterThan(0);
  });

  test('a configuration that only tags pictures says so, with the place', () => {
    const result = tryRead(
      '<View>\n  <Image name="i" value="$i"/>\n  <PolygonLabels name="p" toName="i"/></View>',
    );
    expect(result).toMatchObject({ ok: false, error: { place: { line: 2, column: 3 } } });
  });
});

test.each([
  ['red', '#ff0000'],
  ['#ABC', '#aabbcc'],
  ['#11223344', '#112233'],
  ['rgba(255, 0, 10, .5)', '#ff000a'],
  ['url(x)', null],
  ['constructor', null],
])('colour %s', (css, expected) => {
  expect(cssColor(css)).toBe(expected);
});

const corpora = join(import.meta.dirname, '../../../../shared/corpora/label_studio');
const files = listFiles(corpora);

function listFiles(folder: string): readonly string[] {
  try {
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return all.filter((file) => /config\.xml$/u.test(file));
  } catch {
    return [];
  }
}

describe.skipIf(files.length === 0)(
  'real files (skipped where ../shared/corpora is absent)',
  () => {
    test.each(files)('%s: every text label becomes a type', (file) => {
      const text = readFileSync(join(corpora, file), 'utf8');
      const result = tryRead(text);
      if (/PolygonLabels/u.test(text)) {
        expect(result.ok).toBe(false);
        return;
      }
      expect(result.ok).toBe(true);
      if (!result.ok) return;
      const labels = new Set(
        [...text.matchAll(/<Label value="([^"]+)"/gu)].map((match) => match[1]),
      );
      expect(result.value.schema.entityTypes).toHaveLength(labels.size);
    });
  },
);
