import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import { FORMATS } from '#core/formats/registry.ts';
import { webAnnotation } from '#core/formats/web-annotation/format.ts';
import { anyDataset } from '../datasets.ts';
import { corpus, filesUnder, fuzz, read, runs, written } from '../format-checks.ts';
import { linesOf } from '../json-harness.ts';
import { namesOf } from '../tokens/harness.ts';

const fixtures = new URL('../../../fixtures', import.meta.url).pathname;
const letter = filesUnder(`${fixtures}/web-annotation/letter`);

describe('reading', () => {
  const dataset = read(webAnnotation, letter);
  const [document] = dataset.documents;

  test('each annotation is put on the text of its source, in the set of its creator', () => {
    expect(document?.name).toBe('letter');
    expect(document?.sets.map(({ annotator }) => annotator.name)).toEqual(['Anna', 'Imported']);
    expect(namesOf(document)).toEqual(['Person: Ada', 'Person: Babbage\nin London']);
  });

  test('comments are notes, links are relations', () => {
    expect(document?.sets[0]?.records).toMatchObject([
      { kind: 'span', id: 'http://example.org/a1', note: 'The countess.' },
      { kind: 'span' },
      { kind: 'relation', type: 'met', from: 'http://example.org/a1', to: 'http://example.org/a2' },
    ]);
  });

  test('the words count where the position differs, and that is told', () => {
    const [span] = document?.sets[1]?.records ?? [];
    expect(span).toMatchObject({ type: 'highlighting', ranges: [{ start: 31, end: 34 }] });
    expect(dataset.problems).toBeUndefined();
    const moved = letter.map((file) =>
      'text' in file ? { ...file, text: file.text.replace('"start": 30', '"start": 28') } : file,
    );
    expect(read(webAnnotation, moved).problems).toMatchObject([
      { code: 'other-place', place: { path: '[3]', id: 'http://example.org/a4' } },
    ]);
  });

  const text = { path: 'texts/one.txt', text: 'Ada met Bob.' };
  const one = (fields: object) => ({
    path: 'a.json',
    text: JSON.stringify({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'http://example.org/1',
      type: 'Annotation',
      target: { source: 'one', selector: { type: 'TextPositionSelector', start: 0, end: 3 } },
      ...fields,
    }),
  });

  test('pages, parts that are refined, several targets, plain bodies', () => {
    const page = one({
      type: 'AnnotationPage',
      items: [
        JSON.parse(one({ bodyValue: 'a note' }).text),
        JSON.parse(
          one({
            body: ['http://example.org/who', { purpose: 'tagging', value: 'X' }],
            target: [
              {
                source: 'one',
                selector: {
                  type: 'FragmentSelector',
                  value: 'p1',
                  refinedBy: { type: 'TextQuoteSelector', exact: 'met' },
                },
              },
              { source: 'one', selector: { type: 'TextQuoteSelector', exact: 'Bob' } },
            ],
          }).text,
        ),
      ],
    });
    const { documents, problems } = read(webAnnotation, [page, text]);
    expect(problems).toBeUndefined();
    expect(documents[0]?.sets[0]?.records).toMatchObject([
      { type: 'Annotation', note: 'a note' },
      {
        type: 'X',
        ranges: [
          { start: 4, end: 7 },
          { start: 8, end: 11 },
        ],
        attributes: { body: ['http://example.org/who'] },
      },
    ]);
  });

  test.each<[string, object, string]>([
    ['no type', { type: 'Note' }, 'Its type'],
    ['two ids', { id: ['a', 'b'] }, 'Its id'],
    ['no target', { target: [] }, 'no target'],
    ['a bad target', { target: 5 }, 'neither an IRI'],
    [
      'a selector of pages',
      { target: { source: 'one', selector: { type: 'CssSelector' } } },
      'CssSelector',
    ],
    ['bodyValue', { bodyValue: 23 }, 'bodyValue'],
    ['a body', { body: 5 }, 'body 1'],
    ['two texts', { target: ['a', 'b'] }, 'different resources'],
    ['a link to one', { motivation: 'linking', target: 'a' }, 'other than two'],
    ['a link to nothing', { motivation: 'linking', target: ['a', 'b'] }, 'is not there'],
    [
      'a position outside',
      { target: { source: 'one', selector: { type: 'TextPositionSelector', start: 5, end: 99 } } },
      'does not lie',
    ],
  ])('what is wrong is told: %s', (_, fields, words) => {
    const good = one({ id: 'http://example.org/2' });
    const bad = { ...one(fields), path: 'b.json' };
    const { problems = [], documents } = read(webAnnotation, [good, bad, text]);
    expect(problems[0]?.message).toContain(words);
    expect(problems[0]?.place).toMatchObject({ file: 'b.json' });
    expect(documents[0]?.sets[0]?.records.length).toBeGreaterThan(0);
  });

  test.each([
    ['without the text', [one({})], /texts that these annotations are about/u],
    ['broken', [{ path: 'a.json', text: '{"@context":' }, text], /not valid JSON/u],
    ['bytes', [{ path: 'a.json', bytes: new Uint8Array() }], /not text/u],
  ])('refused: %s', (_, files, message) => {
    const found = webAnnotation.read?.(files, {});
    expect(found?.ok === false ? found.error.message : '').toMatch(message);
  });
});

/** What comes back: everything but statuses, and sets of which nothing else is left. */
function view(dataset: Dataset): readonly string[] {
  return dataset.documents
    .map(({ text, sets }) => {
      const kept = sets.map(({ annotator, records }) => ({
        annotator,
        lines: linesOf(records, {
          span: ({ type, ranges, attributes, note }) =>
            JSON.stringify([type, ranges, sorted(attributes), note]),
          relation: ({ type, attributes, note }) =>
            JSON.stringify([type, sorted(attributes), note]),
          label: ({ name, value }) => JSON.stringify([name, value]),
          note: true,
        }),
      }));
      return JSON.stringify({ text, sets: kept.filter(({ lines }) => lines.length > 0) });
    })
    .sort();
}

const sorted = (attributes: object) =>
  Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));

describe('writing', () => {
  test.each([{}, { form: 'page' }, { offsets: 'utf-16' }])(
    'what is written comes back: %o',
    (options) => {
      fc.assert(
        fc.property(anyDataset, (dataset) => {
          if (dataset.documents.length === 0) return;
          const files = written(webAnnotation, dataset, options);
          const reading = 'offsets' in options ? { offsets: options.offsets } : {};
          const back = read(webAnnotation, files, reading);
          expect(back.problems).toBeUndefined();
          expect(view(back)).toEqual(view(dataset));
        }),
        { numRuns: runs(200) / 2 },
      );
    },
  );

  test('each annotation has what the standard asks for', () => {
    const dataset = fc
      .sample(anyDataset, { numRuns: 30, seed: 4 })
      .find(({ documents }) => documents.length > 2) as Dataset;
    const [file] = written(webAnnotation, dataset);
    const annotations: Record<string, unknown>[] = JSON.parse(file?.text ?? '');
    expect(annotations.length).toBeGreaterThan(3);
    const ids = annotations.map((one) => one['id']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of annotations) {
      expect(one).toMatchObject({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'Annotation',
      });
      // RFC 3986: no blanks, no letters beyond ASCII.
      expect(one['id']).toMatch(/^urn:glossator:[\w.~!*'()%:-]+$/u);
    }
  });
});

test('damaged files give a dataset or a reason', () => {
  const sample = fc.sample(anyDataset, { numRuns: 1, seed: 8 })[0] as Dataset;
  fuzz(webAnnotation, [letter, written(webAnnotation, sample)]);
});

test('recognised by its context, and no other format takes it', () => {
  const [file] = letter;
  expect(file && webAnnotation.recognizes(file)).toBe(0.98);
  const foreign = filesUnder(fixtures).filter((one) => webAnnotation.recognizes(one) > 0);
  expect(foreign.map(({ path }) => path)).toEqual(['web-annotation/letter/annotations.json']);
  const others = FORMATS.filter(({ id }) => id !== 'web-annotation');
  expect(others.filter((one) => file && one.recognizes(file) > 0).map(({ id }) => id)).toEqual([]);
});

const real = corpus('web_annotation');
describe.skipIf(!real)('real files (skipped without the corpora)', () => {
  const files = real ? filesUnder(real).filter(({ path }) => path.endsWith('.json')) : [];

  test('valid annotations are read, or the text is asked for', () => {
    const valid = files.filter(({ path }) => !path.includes('incorrect'));
    expect(valid.length).toBeGreaterThan(20);
    for (const file of valid) {
      expect(webAnnotation.recognizes(file)).toBeGreaterThan(0.9);
      const found = webAnnotation.read?.([file], {});
      expect(found?.ok === false ? found.error.message : file.path).toMatch(/texts that/u);
    }
  });

  test('what is invalid is refused or told, never an exception', () => {
    const text = { path: 'page1.txt', text: 'some text' };
    for (const file of files.filter(({ path }) => path.includes('incorrect'))) {
      const found = webAnnotation.read?.([file, text], {});
      expect([file.path, found?.ok === false || (found?.value.problems ?? []).length > 0]).toEqual([
        file.path,
        true,
      ]);
    }
  });

  test('Recogito’s page, on a text made of its words', () => {
    const file = files.find(({ path }) => path.includes('recogito'));
    if (!file || !('text' in file)) return;
    const annotations: { target: unknown }[] = JSON.parse(file.text);
    const length = 2000;
    const letters = Array.from({ length }, () => '\u00b7');
    let put = 0;
    for (const { target } of annotations) {
      for (const { selector } of [target].flat() as { selector: Record<string, unknown>[] }[]) {
        const [quote, position] = selector;
        const words = String(quote?.['exact']);
        const start = Number(position?.['start']);
        if (Number(position?.['end']) - start !== words.length) continue;
        put++;
        letters.splice(start, words.length, ...words);
      }
    }
    const dataset = read(webAnnotation, [file, { path: '1727-h.txt', text: letters.join('') }], {
      offsets: 'utf-16',
    });
    const count = dataset.documents.flatMap(({ sets }) =>
      sets.flatMap(({ records }) => records),
    ).length;
    expect(count).toBeGreaterThanOrEqual(Math.min(put, 1));
    expect(count + (dataset.problems ?? []).length).toBe(annotations.length);
  });
});
