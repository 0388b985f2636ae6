import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conll04 } from '#core/formats/conll04/format.ts';
import { FORMATS } from '#core/formats/registry.ts';
import { anyDataset } from '../datasets.ts';
import { corpus, filesUnder, fuzz, read, runs, written } from '../format-checks.ts';
import { lossesOf, parts, plainView } from '../token-json/view.ts';
import { namesOf } from '../tokens/harness.ts';

const files = filesUnder(new URL('../../../fixtures/conll04', import.meta.url).pathname);
const source = files.map((file) => ('text' in file ? file.text : '')).join('');

describe('reading', () => {
  const dataset = read(conll04, files);

  test('each sentence is a document, unless they share a name', () => {
    expect(dataset.documents.map(({ name, text }) => [name, text])).toEqual([
      ['17', 'Ada Lovelace was born in London .'],
      ['day', 'It rained .\nParis was dry .'],
    ]);
    expect(dataset.problems).toBeUndefined();
  });

  test('entities count tokens in the sentence; relations name entities by number', () => {
    const [first, second] = dataset.documents;
    expect(namesOf(first)).toEqual(['Peop: Ada Lovelace', 'Loc: London']);
    expect(first?.sets[0]?.records.at(-1)).toMatchObject({ type: 'Live_In', from: 's1', to: 's2' });
    expect(namesOf(second)).toEqual(['Loc: Paris']);
  });

  test('what is wrong is told with its path', () => {
    const record = {
      tokens: ['a', 'b'],
      entities: [{ type: 'X', start: 0, end: 3 }, { type: '', start: 0, end: 1 }, 4],
      relations: [{ type: 'r', head: 0, tail: 1 }],
    };
    const { problems } = read(conll04, [{ path: 'x.json', text: JSON.stringify([record, 5]) }]);
    expect(problems?.map(({ place }) => place?.path).sort()).toEqual([
      '[0].entities[0]',
      '[0].entities[1]',
      '[0].entities[2]',
      '[0].relations[0]',
      '[1]',
    ]);
  });

  test.each(['[{"tokens":"x"}]', '[{"tokens":['])('refused: %s', (text) => {
    const found = conll04.read?.([{ path: 'x.json', text }], {});
    expect(found).toMatchObject({ ok: false, error: { place: { file: 'x.json' } } });
  });
});

describe('writing', () => {
  test('what did not change is written as it was', () => {
    const [file] = written(conll04, read(conll04, files));
    expect(JSON.parse(file?.text ?? '')).toEqual(JSON.parse(source));
  });

  test('a new file says the same', () => {
    const { documents, ...rest } = read(conll04, files);
    const bare = documents.map(({ carried: _, ...document }) => document);
    const [file] = written(conll04, { ...rest, documents: bare });
    expect(JSON.parse(file?.text ?? '')).toEqual(
      JSON.parse(source.replace('"orig_id": 17', '"orig_id": "17"')),
    );
  });

  test('what can be written comes back, the rest is counted', () => {
    const options = fc.constantFrom({ across: 'drop' }, { across: 'join' });
    fc.assert(
      fc.property(anyDataset, options, (dataset, chosen) => {
        const files = written(conll04, dataset, chosen);
        const back = files.flatMap((one) => read(conll04, [one]).documents);
        const all = parts(dataset);
        expect(back).toHaveLength(all.length);
        for (const [i, part] of all.entries()) {
          const found = back[i];
          if (!found) continue;
          const lost = lossesOf(conll04, dataset, part, chosen);
          const wanted = plainView(part.document, part.records);
          const got = plainView(found, found.sets[0]?.records ?? []);
          expect(found.sets).toHaveLength(part.document.sets.length === 0 ? 0 : 1);
          expect(got.words).toEqual(wanted.words);
          expect(got.spans).toEqual(wanted.spans);
          const gone =
            (lost.get('relations without both ends') ?? 0) +
            (lost.get('relations across sentences') ?? 0);
          expect(got.relations).toHaveLength(wanted.relations.length - gone);
          if (gone === 0) expect(got.relations).toEqual(wanted.relations);
          else expect(wanted.relations).toEqual(expect.arrayContaining(got.relations));
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

test('damaged files give a dataset or a reason', () => fuzz(conll04, [files]));

test('recognised by tokens with entities, and no other format takes it', () => {
  const [file] = files;
  expect(file && conll04.recognizes(file)).toBe(0.95);
  expect(conll04.recognizes({ path: 'x.json', text: '[{"tokens":["a"],"ner_tags":[0]}]' })).toBe(0);
  const foreign = filesUnder(new URL('../../../fixtures', import.meta.url).pathname);
  const claimed = foreign.filter((one) => conll04.recognizes(one) > 0);
  expect(claimed.map(({ path }) => path)).toEqual(['conll04/three.json']);
  const others = FORMATS.filter(({ id }) => id !== 'conll04');
  expect(others.filter((one) => file && one.recognizes(file) > 0).map(({ id }) => id)).toEqual([]);
});

const real = corpus('conll04') ?? corpus('relation_json/conll04');
describe.skipIf(!real)('real files (skipped where the corpora have none)', () => {
  test.each(real ? filesUnder(real, (path) => path.endsWith('.json')) : [])('$path', (one) => {
    if (conll04.recognizes(one) < 0.5 || !('text' in one)) return;
    const dataset = read(conll04, [one]);
    expect(dataset.problems).toBeUndefined();
    expect(JSON.parse(written(conll04, dataset)[0]?.text ?? '')).toEqual(JSON.parse(one.text));
  });
});
