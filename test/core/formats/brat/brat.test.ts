import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brat } from '#core/formats/brat/format.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { SourceFile } from '#core/formats/format.ts';
import { corpusFiles, expectToSurvive, fixture, read, write } from '../tokens/harness.ts';

const news = ['doc.txt', 'doc.ann', 'annotation.conf'].map((name) => fixture(`brat/news/${name}`));
const split = ['p1.a2', 'p1.txt', 'p1.a1'].map((name) => fixture(`brat/split/${name}`));

function recordsById(dataset: Dataset) {
  return Object.fromEntries(
    dataset.documents[0]?.sets[0]?.records.map((record) => [record.id, record]) ?? [],
  );
}

describe('reading', () => {
  const dataset = read(brat, news);
  const records = recordsById(dataset);

  test('code points become UTF-16, fragments ranges, and those parted by a line break one', () => {
    expect(records).toMatchObject({
      T1: { type: 'Person', ranges: [{ start: 3, end: 6 }], note: 'one\ttab\n[Comment] Second' },
      T4: {
        ranges: [
          { start: 18, end: 22 },
          { start: 31, end: 35 },
        ],
        attributes: { Reference: 'Wiki:1:2 Rome, Italy' },
      },
      T5: { ranges: [{ start: 7, end: 14 }] },
    });
  });

  test('events are spans with a relation for each role; a repeated role is one type', () => {
    expect(records).not.toHaveProperty('T2');
    expect(records).toMatchObject({
      E1: { kind: 'span', type: 'Meet', attributes: { Sure: 'very much' } },
      E2: { kind: 'span', ranges: [{ start: 7, end: 10 }], attributes: { Negated: true } },
      'E1-1': { type: 'Who', from: 'E1', to: 'T1' },
      'E1-2': { type: 'Who', from: 'E1', to: 'T3' },
      'E1-3': { type: 'Where', from: 'E1', to: 'T4' },
    });
  });

  test('relations and equivalences', () => {
    expect(records).toMatchObject({
      R1: { type: 'Knows', from: 'T1', to: 'T3' },
      '*1-1': { type: 'Same', from: 'T1', to: 'T3' },
      '*1-2': { type: 'Same', from: 'T3', to: 'T4' },
    });
  });

  test('what is unknown is reported with its line', () => {
    expect(dataset.problems).toEqual([
      expect.objectContaining({
        code: 'unknown-line',
        place: { file: 'brat/news/doc.ann', line: 15, id: 'X1' },
      }),
      expect.objectContaining({ code: 'role-numbers' }),
    ]);
  });

  test('annotation.conf gives the schema, completed by what is used', () => {
    expect(dataset.schema.entityTypes.map(({ name }) => name)).toEqual([
      'Person',
      'Place',
      'Phrase',
      'Meet',
    ]);
    expect(dataset.schema.relationTypes).toMatchObject([
      { name: 'Knows', from: ['Person'], to: ['Person'] },
      { name: 'Who', from: ['Meet'], to: ['Person'] },
      { name: 'Where' },
      { name: 'Same' },
    ]);
  });

  test('.a1 and .a2 belong together; events may share a trigger; CR LF counts two', () => {
    expect(recordsById(read(brat, split))).toMatchObject({
      E1: { ranges: [{ start: 9, end: 14 }] },
      E2: { ranges: [{ start: 9, end: 14 }] },
      'E2-1': { type: 'Theme', from: 'E2', to: 'T2' },
      'E3-1': { type: 'Cause', from: 'E3', to: 'E2' },
      'E3-2': { type: 'CSite2', from: 'E3', to: 'T1' },
    });
    expect(read(brat, split).problems).toBeUndefined();
  });
});

describe('what is wrong is told with its line', () => {
  const ann = (text: string) =>
    brat.read?.(
      [
        { path: 'a.txt', text: 'Ada met Bob' },
        { path: 'a.ann', text },
      ],
      {},
    );
  test.each([
    ['T2\tP 0 99\tAda', 'bad-range'],
    ['T2\tP 3 1\tAda', 'bad-range'],
    ['T2\tP 0 3\tBob', 'other-words'],
    ['T2\tP 3 3\t', 'empty-span'],
    ['T2\tP 0 3;1 4\tAda da ', 'bad-range'],
    ['T1\tP 0 3\tAda', 'duplicate-id'],
    ['E1\tP:T9', 'no-trigger'],
    ['E1\tQ:T1', 'no-trigger'],
    ['R1\tr Arg1:T1 Arg2:T9', 'no-end'],
    ['R1\tr Arg1:T1', 'unknown-line'],
    ['A1\ta T9 x', 'no-target'],
    ['#1\tAnnotatorNotes T9\tx', 'no-target'],
    ['*\tEquiv T1 T9', 'no-end'],
    ['nonsense', 'unknown-line'],
  ])('%s', (line, code) => {
    const result = ann(`T1\tP 0 3\tAda\n${line}\n`);
    expect(result).toMatchObject({ ok: true, value: { problems: [{ code, place: { line: 2 } }] } });
    // The line stays in the file when something else changes.
    if (!result?.ok) return;
    const [document] = result.value.documents;
    const changed = { ...result.value, documents: [{ ...document, sets: [] }] } as Dataset;
    const sets = [{ annotator: { id: 'x', name: 'X' }, records: [] }];
    const documents = changed.documents.map((one) => ({ ...one, sets }));
    expect(write(brat, { ...changed, documents })[1]?.text).toContain(line);
  });

  test('annotations of another text are refused', () => {
    expect(ann('T1\tP 0 3\tBob\nT2\tP 50 53\tEve\n')).toMatchObject({
      ok: false,
      error: { code: 'invalid-file', place: { file: 'a.ann', line: 1, id: 'T1' } },
    });
  });

  test('a missing text is named', () => {
    const alone = brat.read?.([{ path: 'b.ann', text: '' }], {});
    expect(alone).toMatchObject({ ok: false, error: { place: { file: 'b.ann' } } });
    const beside = read(brat, [
      { path: 'a.txt', text: '' },
      { path: 'x/b.ann', text: '' },
    ]);
    expect(beside.problems?.[0]?.message).toContain('x/b.txt');
  });
});

/** The files of each folder are one data set. */
function folders(files: readonly SourceFile[]): readonly (readonly SourceFile[])[] {
  const byFolder = new Map<string, SourceFile[]>();
  for (const file of files) {
    const folder = dirname(file.path);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  return [...byFolder.values()].filter((list) => list.some(({ path }) => path.endsWith('.txt')));
}

/** Lines with all ids replaced by what they stand for, in one order. */
function meaning(text: string): readonly string[] {
  const byId = new Map(text.split('\n').map((line) => [line.split('\t')[0] ?? '', line]));
  const names = new Map<string, string>();
  const nameOf = (id: string, depth = 0): string => {
    const line = byId.get(id);
    if (line === undefined || depth > 8) return id;
    const known = names.get(id);
    if (known !== undefined) return known;
    const [, data = '', ...rest] = line.split('\t');
    const ids = /(?<=[ :])[TER]\d+(?= |$)/gu;
    const name = `<${data.trim().replace(ids, (other) => nameOf(other, depth + 1))}|${rest.join('\t').trim()}>`;
    if (depth === 0) names.set(id, name);
    return name;
  };
  return (
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [id = '', data = '', ...rest] = line.split('\t');
        if (id !== '*') return nameOf(id);
        return `${data.replace(/(?<= )[TE]\d+/gu, (other) => nameOf(other))}${rest.join('')}`;
      })
      // The number of a repeated role is not part of its name.
      .map((line) => line.replace(/(?<= [A-Za-z]+)[2-9](?=:<)/gu, ''))
      .sort()
  );
}

describe('files of others', () => {
  const all = corpusFiles('brat');
  test.skipIf(!all)('are read in whole and written as they were', () => {
    let [texts, spans] = [0, 0];
    for (const files of folders(all ?? [])) {
      const dataset = read(brat, files);
      const problems = dataset.problems?.filter(({ place }) => !place?.file?.endsWith('.conf'));
      const explained = problems?.filter(({ code }) => !/^(?:left-out|no-text)$/u.test(code)) ?? [];
      expect(explained).toEqual([]);
      const written = new Map(write(brat, dataset).map((file) => [file.path, file.text]));
      for (const file of files) {
        const orphans = dataset.problems?.filter(({ code }) => code === 'no-text') ?? [];
        if (orphans.some(({ place }) => place?.file === file.path)) continue;
        if (!('text' in file) || !/\.(?:txt|ann|a1|a2)$/u.test(file.path)) continue;
        expect(written.get(basename(file.path))).toBe(file.text);
      }
      texts += dataset.documents.length;
      spans += dataset.documents.flatMap((one) => one.sets.flatMap((set) => set.records)).length;
    }
    console.info(`brat: ${texts} texts, ${spans} records`);
  });

  test.skipIf(!all)('mean the same where they are written anew', () => {
    for (const files of folders(all ?? [])) {
      const dataset = read(brat, files);
      const anew = {
        ...dataset,
        documents: dataset.documents.map(({ carried: _, ...one }) => one),
      };
      for (const { path, text } of write(brat, anew)) {
        if (!path.endsWith('.ann')) continue;
        const stem = path.replace(/\.ann$/u, '');
        const old = files
          .filter((file) => basename(file.path).replace(/\.(?:ann|a1|a2)$/u, '') === stem)
          .map((file) => ('text' in file ? file.text : ''))
          .join('\n');
        // A trigger of several events is written once for each.
        const unique = (lines: readonly string[]) => [...new Set(lines)];
        expect(unique(meaning(text))).toEqual(unique(meaning(old.replaceAll('\nM', '\nA9'))));
      }
    }
  });
});

test('damaged files give data or a place', () => {
  const path = 'brat/news/doc.ann';
  const withText = {
    ...brat,
    read: (files: readonly SourceFile[]) =>
      brat.read?.([...files, { path: 'brat/news/doc.txt', text: news[0]?.text ?? '' }], {}),
  };
  expectToSurvive(withText as typeof brat, [news[1]?.text ?? '', split[0]?.text ?? ''], path);
});

test('recognises its own files, and no others', () => {
  expect(brat.recognizes(news[1] as SourceFile)).toBeGreaterThan(0.9);
  expect(brat.recognizes(news[2] as SourceFile)).toBeGreaterThan(0.5);
  expect(brat.recognizes({ path: 'x.ann', text: '' })).toBeGreaterThan(0.5);
  for (const path of [
    'brat/news/doc.txt',
    'conll-2003/two-documents/input.conll',
    'iob/numbered/input.tsv',
    'iob/nested/input.tsv',
    'texts/notes.md',
  ]) {
    expect(brat.recognizes(fixture(path))).toBe(0);
  }
  expect(brat.recognizes({ path: 'x.jsonl', text: '{"text":"a"}\n' })).toBe(0);
});
