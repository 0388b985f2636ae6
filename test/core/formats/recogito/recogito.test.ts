import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import { recogito } from '#core/formats/recogito/format.ts';
import { FORMATS } from '#core/formats/registry.ts';
import { anyDataset } from '../datasets.ts';
import { corpus, filesUnder, fuzz, read, runs, written } from '../format-checks.ts';
import { linesOf } from '../json-harness.ts';
import { namesOf } from '../tokens/harness.ts';

const fixtures = new URL('../../../fixtures', import.meta.url).pathname;
const letter = filesUnder(`${fixtures}/recogito/letter`);
const server = filesUnder(`${fixtures}/recogito/server`);

describe('reading', () => {
  test('annotations of the text annotator: tags, comments, several selectors', () => {
    const { documents, problems } = read(recogito, letter);
    expect(problems).toBeUndefined();
    expect(documents[0]?.sets[0]?.annotator).toEqual({ id: 'x7', name: 'x7' });
    expect(namesOf(documents[0])).toEqual(['Person: Ada', 'Annotation: met … London']);
    expect(documents[0]?.sets[0]?.records[0]).toMatchObject({ id: 'a1', note: 'The countess.' });
  });

  test('annotations of Recogito 2: entities, links to gazetteers, relations', () => {
    const { documents, problems } = read(recogito, server);
    expect(problems).toBeUndefined();
    expect(namesOf(documents[0])).toEqual(['PERSON: Ada', 'PLACE: London']);
    expect(documents[0]?.sets[0]?.records).toMatchObject([
      { note: 'The city.', attributes: { uri: ['https://example.org/london'] } },
      { attributes: { tags: ['countess'], contributors: ['rainer', 'simon'] } },
      { kind: 'relation', type: 'seenBy', from: 'p1', to: 'p2' },
    ]);
  });

  test.each([
    ['no id', { bodies: [], target: { selector: [] } }, 'no id'],
    ['no selector', { id: 'x', bodies: [], target: {} }, 'no selector'],
    [
      'words that are not there',
      { id: 'x', bodies: [], target: { selector: [{ start: 0, end: 3, quote: 'Eve' }] } },
      'not in the text',
    ],
    ['no anchor', { annotation_id: 'x', anchor: 'here', bodies: [] }, 'no char-offset'],
    ['no words', { annotation_id: 'x', anchor: 'char-offset:3', bodies: [] }, 'QUOTE'],
  ])('what is wrong is told: %s', (_, value, words) => {
    const named = 'annotation_id' in value ? value : { ...value, source: 'letter' };
    const bad = { path: 'bad.json', text: JSON.stringify([named]) };
    const { problems = [] } = read(recogito, [...letter, bad]);
    expect(problems[0]?.message).toContain(words);
    expect(problems[0]?.place).toMatchObject({ file: 'bad.json', path: '[0]' });
  });

  test('refused without the text', () => {
    const found = recogito.read?.(
      letter.filter(({ path }) => path.endsWith('.json')),
      {},
    );
    expect(found).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/is not there/u) },
    });
  });
});

function view(dataset: Dataset): readonly string[] {
  const sorted = (attributes: object) =>
    Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return dataset.documents
    .map(({ text, sets }) => {
      const kept = sets.map(({ annotator, records }) => ({
        annotator,
        lines: linesOf(records, {
          span: ({ type, ranges, attributes, note }) =>
            JSON.stringify([type, ranges, sorted(attributes), note]),
        }),
      }));
      return JSON.stringify({ text, sets: kept.filter(({ lines }) => lines.length > 0) });
    })
    .sort();
}

test('what is written comes back', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      if (dataset.documents.length === 0) return;
      const back = read(recogito, written(recogito, dataset));
      expect(back.problems).toBeUndefined();
      expect(view(back)).toEqual(view(dataset));
    }),
    { numRuns: runs(200) },
  );
});

test('damaged files give a dataset or a reason', () => fuzz(recogito, [letter, server]));

test('recognised by bodies and selectors, and no other format takes it', () => {
  const isJson = ({ path }: { path: string }) => /\.jsonl?$/u.test(path);
  const own = [...letter, ...server].filter(isJson);
  expect(own.map((file) => recogito.recognizes(file))).toEqual([0.95, 0.95]);
  const claimed = filesUnder(fixtures).filter((one) => recogito.recognizes(one) > 0);
  expect(claimed.map(({ path }) => path)).toEqual([
    'recogito/letter/letter.json',
    'recogito/server/annotations.jsonl',
  ]);
  for (const file of own) {
    const others = FORMATS.filter(({ id }) => id !== 'recogito');
    expect(others.filter((one) => one.recognizes(file) > 0).map(({ id }) => id)).toEqual([]);
  }
});

const real = corpus('recogito');
describe.skipIf(!real)('real files (skipped without the corpora)', () => {
  const files = real ? filesUnder(real).filter(({ path }) => path.endsWith('.json')) : [];

  test.each(files)('$path asks for its text', (file) => {
    if (file.path.includes('w3c')) {
      expect(recogito.recognizes(file)).toBe(0);
      return;
    }
    expect(recogito.recognizes(file)).toBe(0.95);
    const found = recogito.read?.([file], {});
    expect(found?.ok === false ? found.error.message : '').toMatch(/text that these/u);
  });

  test.each(files.filter(({ path }) => /awareness|recogito2/u.test(path)))(
    '$path, on a text made of its words',
    (file) => {
      if (!('text' in file)) return;
      const letters = Array.from({ length: 1000 }, () => '\u00b7');
      const put = (start: number, words: string) =>
        letters.splice(start, words.length, ...words.split(''));
      const annotations = [JSON.parse(file.text)].flat();
      let count = 0;
      for (const { target, anchor, bodies } of annotations) {
        if (anchor) put(Number(String(anchor).split(':')[1]), bodies[0].value);
        else
          for (const { start, end, quote } of target.selector)
            if (end - start === quote.length) put(start, quote);
        count++;
      }
      const text = { path: 'text.txt', text: letters.join('') };
      const dataset = read(recogito, [file, text]);
      const spans = dataset.documents[0]?.sets
        .flatMap(({ records }) => records)
        .filter(({ kind }) => kind === 'span');
      const failed = (dataset.problems ?? []).filter(({ code }) => code === 'bad-span');
      expect((spans?.length ?? 0) + failed.length).toBe(count);
      expect(spans?.length).toBeGreaterThan(0);
    },
  );
});
