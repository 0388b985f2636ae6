import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docred } from '#core/formats/docred/format.ts';
import { FORMATS } from '#core/formats/registry.ts';
import { corpus, filesUnder, fuzz, read, runs, written } from '../format-checks.ts';
import { lossesOf, parts, plainView, withCoreference } from '../token-json/view.ts';
import { namesOf } from '../tokens/harness.ts';

const files = filesUnder(new URL('../../../fixtures/docred', import.meta.url).pathname);
const source = files.map((file) => ('text' in file ? file.text : '')).join('');

describe('reading', () => {
  const dataset = read(docred, files);

  test('mentions count tokens in their sentence, the end excluded', () => {
    const [first, second] = dataset.documents;
    expect(namesOf(first)).toEqual([
      'PER: Ada Lovelace',
      'LOC: London',
      'PER: She',
      'MISC: engines',
    ]);
    expect(second).toMatchObject({ name: 'Nobody', text: 'Nobody came .', sets: [] });
    expect(dataset.problems).toBeUndefined();
  });

  test('an entity is a chain; relations join first mentions, with their evidence', () => {
    const records = dataset.documents[0]?.sets[0]?.records ?? [];
    expect(records.filter(({ kind }) => kind === 'relation')).toMatchObject([
      { type: 'coreference', from: 's2', to: 's1' },
      { type: 'P19', from: 's1', to: 's3', attributes: { evidence: ['0'] } },
      { type: 'P101', from: 's1', to: 's4', attributes: { evidence: ['0', '1'] } },
    ]);
  });

  test('what is wrong is told with its path', () => {
    const record = {
      title: 'x',
      sents: [['a', 'b'], ['c']],
      vertexSet: [
        [{ pos: [0, 3], sent_id: 0, type: 'X' }],
        [{ pos: [0, 1], sent_id: 7, type: 'X' }],
        [{ pos: [0, 1], sent_id: 1, type: 'X' }, 'x'],
      ],
      labels: [{ h: 0, t: 2, r: 'P1' }, { h: 2, t: 2, r: '' }, 3],
    };
    const { problems } = read(docred, [{ path: 'x.json', text: JSON.stringify([record]) }]);
    expect(problems?.map(({ place }) => place?.path)).toEqual([
      '[0].vertexSet[0][0]',
      '[0].vertexSet[1][0]',
      '[0].vertexSet[2][1]',
      '[0].labels[0]',
      '[0].labels[1]',
      '[0].labels[2]',
    ]);
  });

  test.each(['[{"title":"x"}]', '[{"title":', '3'])('refused: %s', (text) => {
    const found = docred.read?.([{ path: 'x.json', text }], {});
    expect(found).toMatchObject({ ok: false, error: { place: { file: 'x.json' } } });
  });
});

describe('writing', () => {
  test('what did not change is written as it was', () => {
    expect(JSON.parse(written(docred, read(docred, files))[0]?.text ?? '').concat([])).toEqual(
      JSON.parse(source).slice(0, 1),
    );
    expect(JSON.parse(written(docred, read(docred, files))[1]?.text ?? '')).toEqual(
      JSON.parse(source).slice(1),
    );
  });

  test('a new file says the same', () => {
    const { documents, ...rest } = read(docred, files);
    const bare = documents.map(({ carried: _, ...document }) => document);
    const [first] = JSON.parse(written(docred, { ...rest, documents: bare })[0]?.text ?? '');
    const [wanted] = JSON.parse(source);
    const order = (entities: readonly (readonly { name: string }[])[]) =>
      entities.map((mentions) => mentions.map(({ name }) => name));
    expect(order(first.vertexSet)).toEqual(order(wanted.vertexSet));
    expect(first).toEqual(wanted);
  });

  test('what can be written comes back, the rest is counted', () => {
    fc.assert(
      fc.property(withCoreference, (dataset) => {
        const back = written(docred, dataset).flatMap((one) => read(docred, [one]).documents);
        const all = parts(dataset);
        expect(back).toHaveLength(all.length);
        for (const [i, part] of all.entries()) {
          const found = back[i];
          if (!found) continue;
          const lost = lossesOf(docred, dataset, part, {});
          const wanted = plainView(part.document, part.records);
          const got = plainView(found, found.sets[0]?.records ?? []);
          expect(got.words).toEqual(wanted.words);
          expect(got.spans).toEqual(wanted.spans);
          const gone =
            (lost.get('relations without both ends') ?? 0) +
            (lost.get('relations said twice') ?? 0);
          expect(got.relations).toHaveLength(wanted.relations.length - gone);
          if (lost.has('relations between later mentions')) continue;
          if (gone === 0) expect(got.relations).toEqual(wanted.relations);
          const unplaced = ['spans that cut a token', 'spans without a token'];
          if (unplaced.some((what) => lost.has(what))) continue;
          // A span that corefers with itself is a chain of one, and no chain in the file.
          const single = /^[^|]*$/u;
          expect(got.chains).toEqual(
            wanted.chains.filter((one) => !single.test(one) || got.chains.includes(one)),
          );
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

test('damaged files give a dataset or a reason', () => fuzz(docred, [files]));

test('recognised by sentences of tokens, and no other format takes it', () => {
  const [file] = files;
  expect(file && docred.recognizes(file)).toBe(0.97);
  // Cut off before its sentences: by its entities.
  expect(docred.recognizes({ path: 'x.json', text: source.slice(0, 200) })).toBe(0.9);
  expect(docred.recognizes({ path: 'x.json', text: source.slice(0, 700) })).toBe(0.97);
  const foreign = filesUnder(new URL('../../../fixtures', import.meta.url).pathname);
  const claimed = foreign.filter((one) => docred.recognizes(one) > 0);
  expect(claimed.map(({ path }) => path)).toEqual(['docred/two.json']);
  const others = FORMATS.filter(({ id }) => id !== 'docred');
  expect(others.filter((one) => file && one.recognizes(file) > 0).map(({ id }) => id)).toEqual([]);
});

const real = corpus('relation_json/docred');
describe.skipIf(!real)('real files (skipped without the corpora)', () => {
  test.each(real ? filesUnder(real) : [])('$path', (one) => {
    const dataset = read(docred, [one]);
    expect(dataset.problems).toBeUndefined();
    const before: unknown[] = JSON.parse('text' in one ? one.text : '');
    expect(JSON.parse(written(docred, dataset)[0]?.text ?? '')).toEqual(before);
    const bare = dataset.documents.map(({ carried: _, ...document }) => document);
    const again: unknown[] = JSON.parse(
      written(docred, { ...dataset, documents: bare })[0]?.text ?? '',
    );
    // Tokens of nothing but white space are no tokens of a text: where there are such, numbers change.
    const isPlain = before.map((one) => tokensOf(one).every((token) => /^\S+$/u.test(token)));
    expect(isPlain.filter(Boolean).length).toBeGreaterThan(0.9 * before.length);
    const facts = (records: readonly unknown[]) =>
      records.filter((_, i) => isPlain[i]).map(factsOf);
    expect(facts(again)).toEqual(facts(before));
  });
});

const tokensOf = (record: unknown) => (record as { sents: readonly string[][] }).sents.flat();

interface Mention {
  readonly pos: readonly number[];
  readonly sent_id: number;
  readonly type: string;
}

/** What a document says, whatever the order of entities and mentions. */
function factsOf(record: unknown) {
  const { title, sents, vertexSet, labels } = record as {
    title: string;
    sents: unknown;
    vertexSet: readonly (readonly Mention[])[];
    labels: readonly { h: number; t: number; r: string; evidence: readonly number[] }[];
  };
  const entities = vertexSet.map((mentions) =>
    mentions
      .map((one) => `${one.sent_id} ${one.pos.join('-')} ${one.type}`)
      .sort()
      .join('; '),
  );
  const facts = labels.map(({ h, t, r, evidence }) =>
    [entities[h], r, entities[t], [...evidence].sort((a, b) => a - b).join()].join(' | '),
  );
  return { title, sents, entities: [...entities].sort(), facts: facts.sort() };
}
