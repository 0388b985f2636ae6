import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '#core/formats/registry.ts';
import { scierc } from '#core/formats/scierc/format.ts';
import { corpus, filesUnder, fuzz, read, runs, written } from '../format-checks.ts';
import { lossesOf, parts, plainView, withCoreference } from '../token-json/view.ts';
import { namesOf } from '../tokens/harness.ts';

const fixtures = new URL('../../../fixtures/scierc', import.meta.url).pathname;
const files = filesUnder(fixtures);
const [file] = files;
const text = file && 'text' in file ? file.text : '';

describe('reading', () => {
  const dataset = read(scierc, files);
  const [first, second] = dataset.documents;

  test('tokens become a text with a line for each sentence', () => {
    expect(first).toMatchObject({
      name: 'X1',
      text: 'We use neural parsers for Sámi .\nThey need treebanks .',
      sentences: [
        { start: 0, end: 32 },
        { start: 33, end: 54 },
      ],
    });
    expect(dataset.problems).toBeUndefined();
  });

  test('numbers of tokens count over the document, the last one included', () => {
    expect(namesOf(first)).toEqual([
      'Method: neural parsers',
      'Material: Sámi',
      'Mention: They',
      'Material: treebanks',
    ]);
  });

  test('relations and chains join spans; what only they name is a mention', () => {
    const relations = first?.sets[0]?.records.filter((one) => one.kind === 'relation');
    expect(relations).toMatchObject([
      { type: 'coreference', from: 's4', to: 's1' },
      { type: 'USED-FOR', from: 's1', to: 's2' },
      { type: 'NEEDS', from: 's4', to: 's3' },
    ]);
  });

  test('an event is a trigger with a relation for each role', () => {
    expect(namesOf(second)).toEqual(['Person: Ada', 'Election: elected']);
    expect(second?.sets[0]?.records.at(-1)).toMatchObject({ type: 'Person', from: 's2', to: 's1' });
  });

  test('what is wrong is told with its path, the rest is read', () => {
    const record = {
      doc_key: 'x',
      sentences: [['a', 'b'], ['c']],
      ner: [[[0, 5, 'X'], [1, 0, 'X'], [0, 0, ''], 7, [0, 0, 'Good']], 'x'],
      relations: [
        [
          [0, 0, 9, 9, 'r'],
          [0, 0, 1, 1, ''],
        ],
      ],
      clusters: [
        [
          [0, 0],
          [8, 8],
        ],
        [[0, 0]],
      ],
      events: [[[['x']]]],
    };
    const found = read(scierc, [{ path: 'x.jsonl', text: JSON.stringify(record) }]);
    expect(found.problems?.map(({ place }) => place?.path).sort()).toEqual(
      [
        'ner[0][0]',
        'ner[0][1]',
        'ner[0][2]',
        'ner[0][3]',
        'ner[1]',
        'relations[0][0]',
        'relations[0][1]',
        'events[0][0]',
        'clusters[0][1]',
        'clusters[1][0]',
      ].sort(),
    );
    expect(namesOf(found.documents[0])).toEqual(['Good: a', 'Mention: b']);
  });

  test.each([
    ['no sentences', '{"doc_key":"x"}', 1],
    ['broken JSON', '{"doc_key":"x",\n', 1],
    ['too deep', `{"a":${'['.repeat(300)}${']'.repeat(300)}}`, 1],
  ])('refused with its line: %s', (_, source, line) => {
    const found = scierc.read?.([{ path: 'x.jsonl', text: source }], {});
    expect(found).toMatchObject({ ok: false, error: { place: { file: 'x.jsonl', line } } });
  });
});

describe('writing', () => {
  test('lines that did not change are written as they were', () => {
    expect(written(scierc, read(scierc, files))[0]?.text).toBe(text);
  });

  test('a new file says the same', () => {
    const { documents, ...rest } = read(scierc, files);
    const bare = documents.map(({ carried: _, ...document }) => document);
    const [first] = written(scierc, { ...rest, documents: bare })[0]?.text.split('\n') ?? [];
    const { dataset: _, ...wanted } = JSON.parse(text.split('\n')[0] ?? '');
    expect(JSON.parse(first ?? '')).toEqual(wanted);
  });

  test('what can be written comes back, the rest is counted', () => {
    const options = fc.constantFrom(
      { across: 'drop' },
      { across: 'join' },
      { sentences: 'sentences' },
    );
    fc.assert(
      fc.property(withCoreference, options, (dataset, chosen) => {
        const back = written(scierc, dataset, chosen).flatMap(
          (one) => read(scierc, [one]).documents,
        );
        const all = parts(dataset);
        expect(back).toHaveLength(all.length);
        for (const [i, part] of all.entries()) {
          const found = back[i];
          if (!found) continue;
          const lost = lossesOf(scierc, dataset, part, chosen);
          const wanted = plainView(part.document, part.records);
          const got = plainView(found, found.sets[0]?.records ?? []);
          expect(got.words).toEqual(wanted.words);
          expect(got.spans).toEqual(wanted.spans);
          const gone =
            (lost.get('relations without both ends') ?? 0) +
            (lost.get('relations across sentences') ?? 0);
          expect(got.relations).toHaveLength(wanted.relations.length - gone);
          if (lost.has('relations to words that several spans share')) continue;
          if (gone === 0) expect(got.relations).toEqual(wanted.relations);
          else expect(wanted.relations).toEqual(expect.arrayContaining(got.relations));
          const unplaced = ['spans that cut a token', 'spans without a token'];
          if (unplaced.some((what) => lost.has(what))) continue;
          expect(got.chains.join('\n')).toEqual(
            wanted.chains.filter((one) => one.includes('|')).join('\n'),
          );
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

test('damaged files give a dataset or a reason', () => fuzz(scierc, [files]));

test('recognised by sentences of tokens, and no other format takes it', () => {
  const likely = (source: string) => scierc.recognizes({ path: 'x.json', text: source });
  expect(likely(text)).toBe(0.97);
  expect(likely(text.slice(0, 150))).toBe(0.97);
  expect(likely('{"sentences": "x", "doc_key": "x"}')).toBe(0);
  const foreign = filesUnder(new URL('../../../fixtures', import.meta.url).pathname);
  const claimed = foreign.filter((one) => scierc.recognizes(one) > 0);
  expect(claimed.map(({ path }) => path)).toEqual(['scierc/two.jsonl']);
  const others = FORMATS.filter(({ id }) => id !== 'scierc');
  expect(others.filter((one) => file && one.recognizes(file) > 0).map(({ id }) => id)).toEqual([]);
});

const real = corpus('relation_json/dygie');
describe.skipIf(!real)('real files (skipped without the corpora)', () => {
  test.each(real ? filesUnder(real) : [])('$path', (one) => {
    const dataset = read(scierc, [one]);
    expect(dataset.problems).toBeUndefined();
    expect(written(scierc, dataset)[0]?.text.trimEnd()).toBe('text' in one && one.text.trimEnd());
    // Without the lines as they were: what they say is the same, whatever its order.
    const bare = dataset.documents.map(({ carried: _, ...document }) => document);
    const again = read(scierc, written(scierc, { ...dataset, documents: bare }));
    for (const [i, document] of dataset.documents.entries()) {
      const found = again.documents[i];
      const view = found && plainView(found, found.sets[0]?.records ?? []);
      expect(view).toEqual(plainView(document, document.sets[0]?.records ?? []));
    }
  });
});
