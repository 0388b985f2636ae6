import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import type { SourceFile, TargetFile } from '#core/formats/format.ts';
import { refiQda } from '#core/formats/refi-qda/format.ts';
import { guidOf } from '#core/formats/refi-qda/guid.ts';
import { FORMATS } from '#core/formats/registry.ts';
import { bytesOf, writeZip } from '#core/formats/zip/write-zip.ts';
import { anyDataset } from '../datasets.ts';
import { corpus, filesUnder, fuzz, read, runs } from '../format-checks.ts';
import { linesOf } from '../json-harness.ts';
import { namesOf } from '../tokens/harness.ts';

const fixtures = new URL('../../../fixtures', import.meta.url).pathname;
const study = filesUnder(`${fixtures}/refi-qda/study`);

/** Files as one archive. */
function zipped(files: readonly SourceFile[], path = 'study.qdpx'): SourceFile {
  const entries = files.map(
    (file): TargetFile => ({
      path: file.path,
      parts: () => ['text' in file ? file.text : file.bytes],
    }),
  );
  return { path, bytes: new Uint8Array(Buffer.concat([...writeZip(entries)])) };
}

function write(dataset: Dataset, options: Record<string, string> = {}): SourceFile {
  const defaults = Object.fromEntries(refiQda.options.map((one) => [one.id, one.default]));
  const found = refiQda.write?.(dataset, { ...defaults, ...options });
  const [file] = found?.ok ? found.value : [];
  if (!file) throw new Error('not written');
  return { path: file.path, bytes: bytesOf(file) };
}

describe('reading', () => {
  test.each([
    ['as an archive', [zipped(study)]],
    ['unpacked', study],
  ])('a project %s', (_, files) => {
    const { name, schema, documents, problems } = read(refiQda, files);
    expect(name).toBe('Letters');
    expect(schema.entityTypes).toMatchObject([
      { name: 'People', parent: null },
      {
        name: 'Scientist',
        parent: 'People',
        color: '#33cc33',
        description: 'Men & women of science',
      },
      { name: 'Act', color: '#dc0000' },
      { name: 'Selection' },
    ]);
    const [document] = documents;
    expect(document?.name).toBe('Letter 1');
    expect(document?.sets.map(({ annotator }) => annotator.name)).toEqual(['Anna', 'Imported']);
    // Positions after the line ends fit the words only if CR LF counts as one.
    expect(namesOf(document)).toEqual(['Scientist: Ada', 'Act: They spoke']);
    expect(document?.sets[0]?.records).toMatchObject([
      { kind: 'span', note: 'The countess.' },
      { kind: 'span' },
      { kind: 'note', text: 'A short letter.' },
      { kind: 'relation', type: 'does' },
    ]);
    expect(document?.sets[1]?.records).toMatchObject([
      { kind: 'span', type: 'Selection', ranges: [{ start: 34, end: 43 }] },
      { kind: 'label', name: 'Year', value: 1833 },
    ]);
    expect(problems?.map(({ code }) => code)).toEqual(['heading', 'bad-range', 'left-out']);
  });

  test('a file that the project does not name is told', () => {
    const { problems = [] } = read(refiQda, [...study, { path: 'b.txt', text: 'Bob.' }]);
    expect(problems.at(-1)).toMatchObject({ code: 'left-out', place: { file: 'b.txt' } });
  });

  test('line ends, units and ends as a person says', () => {
    const wordsWith = (options: Record<string, string>) => {
      const { documents } = read(refiQda, study, options);
      const text = documents[0]?.text ?? '';
      return documents[0]?.sets[0]?.records.flatMap((record) =>
        record.kind === 'span' ? text.slice(record.ranges[0].start, record.ranges[0].end) : [],
      );
    };
    expect(wordsWith({ 'line-ends': 'two' })).toEqual(['Ada', '\nThey spok']);
    expect(wordsWith({ 'line-ends': 'one' })).toEqual(['Ada', 'They spoke']);
    expect(wordsWith({ end: 'last' })?.[0]).toBe('Ada ');
    expect(wordsWith({ offsets: 'utf-16', 'line-ends': 'two' })?.[0]).toBe(' Ad');
  });

  test('a codebook gives a schema', () => {
    const text = `<qda:CodeBook xmlns:qda="urn:QDA-XML:codebook:1.0"><qda:Codes>
      <qda:Code guid="1" name="A" isCodable="true"/><qda:Code guid="2" name="A" isCodable="true"/>
    </qda:Codes></qda:CodeBook>`;
    const { schema, documents, problems } = read(refiQda, [{ path: 'c.qdc', text }]);
    expect(schema.entityTypes.map(({ name }) => name)).toEqual(['A', 'A 2']);
    expect(documents).toEqual([]);
    expect(problems).toMatchObject([{ code: 'renamed', place: { line: 2 } }]);
  });

  test.each<[string, readonly SourceFile[], RegExp]>([
    ['no project', [{ path: 'a.txt', text: 'x' }], /no project/u],
    ['an archive of others', [zipped([{ path: 'a.txt', text: 'x' }])], /no project \(\.qde\)/u],
    [
      'two projects',
      [
        zipped([
          { path: 'a.qde', text: '' },
          { path: 'b.qde', text: '' },
        ]),
      ],
      /more than one/u,
    ],
    ['no texts', study.filter(({ path }) => path.endsWith('.qde')), /No text of this project/u],
    ['a DTD', [{ path: 'a.qde', text: '<!DOCTYPE x [<!ENTITY a "b">]><Project/>' }], /type|DTD/iu],
    [
      'an archive that is cut off',
      [{ path: 'a.qdpx', bytes: new TextEncoder().encode('PK\u0003\u0004x') }],
      /cut off/u,
    ],
  ])('refused: %s', (_, files, message) => {
    const found = refiQda.read?.(files, {});
    expect(found?.ok === false ? found.error.message : '').toMatch(message);
    expect(found?.ok === false ? found.error.place?.file : '').toBe(
      files[0]?.path.endsWith('.qde') ? files[0].path : files[0]?.path,
    );
  });
});

/** What comes back of a dataset. */
function view(dataset: Dataset): readonly string[] {
  return dataset.documents
    .map(({ name, text, sets }) => {
      const labels = sets.find(({ records }) => records.some(({ kind }) => kind === 'label'));
      const written = labels?.records.flatMap((one) =>
        one.kind === 'label' && typeof one.value !== 'object' && one.value !== ''
          ? [`${one.name} ${String(one.value)}`]
          : [],
      );
      const kept = sets.map(({ annotator, records }) => ({
        annotator: annotator.name,
        lines: linesOf(records, {
          span: ({ type, ranges, note }) => JSON.stringify([type, ranges[0], note]),
          relation: ({ type }) => type,
          note: true,
        }),
      }));
      const some = kept
        .filter(({ lines }) => lines.length > 0)
        .sort((a, b) => (a.annotator < b.annotator ? -1 : 1));
      return JSON.stringify({ name, text, labels: (written ?? []).sort(), sets: some });
    })
    .sort();
}

describe('writing', () => {
  test('what is written comes back', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        const back = read(refiQda, [write(dataset)]);
        const lost = refiQda.losses?.(dataset, {}).map(({ what }) => what) ?? [];
        if (lost.some((what) => /control characters/u.test(what))) return;
        expect(back.problems).toBeUndefined();
        const lists = (one: string) => one.replace(/"labels":\[.*?\],"sets"/u, '"sets"');
        const hasLists = lost.includes('values of another kind');
        const [got, wanted] = [view(back), view(dataset)];
        expect(hasLists ? got.map(lists) : got).toEqual(hasLists ? wanted.map(lists) : wanted);
      }),
      { numRuns: runs(200) },
    );
  });

  test('the same dataset gives the same bytes', () => {
    const [dataset] = fc.sample(anyDataset, { numRuns: 1, seed: 3 });
    if (dataset) expect(write(dataset)).toEqual(write(dataset));
  });

  test('a codebook comes back with colours, parents and descriptions', () => {
    const dataset = read(refiQda, study);
    const back = read(refiQda, [write(dataset, { form: 'codebook' })]);
    const plain = ({ schema }: Dataset) =>
      schema.entityTypes.map(({ name, parent, color, description }) => [
        name,
        parent,
        color,
        description,
      ]);
    expect(plain(back)).toEqual(plain(dataset));
  });
});

test('GUIDs have their form, and a hundred thousand of them differ', () => {
  const made = Array.from({ length: 100_000 }, (_, i) => guidOf('p', 'selection', String(i)));
  expect(new Set(made).size).toBe(made.length);
  // What differs in the names differs in every part of the GUID.
  for (const at of [0, 3]) {
    const parts = new Set(made.slice(0, 10_000).map((guid) => guid.split('-')[at === 0 ? 0 : 4]));
    expect(parts.size).toBeGreaterThan(9_950);
  }
  for (const guid of made.slice(0, 1000)) {
    expect(guid).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
  }
  expect(guidOf('ab', 'c')).not.toBe(guidOf('a', 'bc'));
});

test('damaged projects give a dataset or a reason', () => fuzz(refiQda, [study, [zipped(study)]]));

test('recognised by namespace or archive, and no other format takes it', () => {
  const project = study.find(({ path }) => path.endsWith('.qde'));
  expect(project && refiQda.recognizes(project)).toBe(0.98);
  expect(refiQda.recognizes(zipped(study))).toBe(0.9);
  const first = zipped([...study].reverse(), 'x.zip');
  expect(refiQda.recognizes(first)).toBe(0.95);
  expect(refiQda.recognizes(zipped([{ path: 'a.txt', text: 'x' }], 'x.zip'))).toBe(0);
  const claimed = filesUnder(fixtures).filter((one) => refiQda.recognizes(one) > 0);
  expect(claimed.map(({ path }) => path)).toEqual(['refi-qda/study/project.qde']);
  const others = FORMATS.filter(({ id }) => id !== 'refi-qda');
  for (const file of [project, zipped(study)]) {
    expect(others.filter((one) => file && one.recognizes(file) > 0).map(({ id }) => id)).toEqual(
      [],
    );
  }
});

const real = corpus('refi_qda');
describe.skipIf(!real)('real files (skipped without the corpora)', () => {
  const isBinary = (path: string) => !path.endsWith('.qdpx');

  test('a study with all kinds of sources', () => {
    const archive = filesUnder(`${real}/sample-study.qdpx`, isBinary);
    const unpacked = filesUnder(`${real}/qdpx-toolkit`);
    for (const files of [archive, unpacked]) {
      const { documents, problems = [] } = read(refiQda, files);
      expect(documents.map(({ name }) => name)).toContain('Interview 1.txt');
      const interview = documents.find(({ name }) => name === 'Interview 1.txt');
      expect(namesOf(interview)).toEqual(['Health: Diet and health', 'Diet: health are clo']);
      expect(documents).toHaveLength(3);
      const codes = new Set(problems.map(({ code }) => code));
      expect([...codes].sort()).toEqual(['heading', 'left-out']);
    }
  });

  test('a project of ATLAS.ti without its texts says so; its codebook can be read', () => {
    const files = filesUnder(`${real}/spec`);
    const project = files.filter(({ path }) => path.endsWith('.qde'));
    expect(refiQda.read?.(project, {})).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/No text of this project/u) },
    });
    const { schema } = read(
      refiQda,
      files.filter(({ path }) => path.endsWith('.qdc')),
    );
    expect(schema.entityTypes.map(({ name }) => name)).toContain('Health care');
  });

  test('a project of ATLAS.ti, on texts made of the words of its selections', () => {
    const [file] = filesUnder(`${real}/spec`).filter(({ path }) => path.endsWith('.qde'));
    if (!file || !('text' in file)) return;
    const texts = new Map<string, string[]>();
    const source =
      /<TextSource plainTextPath="internal:\/\/([^"]+)"([\s\S]*?)(?=<TextSource|<\/Sources>)/gu;
    let count = 0;
    for (const [, name = '', body = ''] of file.text.matchAll(source)) {
      const letters = Array.from({ length: 20_000 }, () => '\u00b7');
      for (const [tag] of body.matchAll(/<PlainTextSelection [^>]*>/gu)) {
        const value = (attribute: string) =>
          new RegExp(`${attribute}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
        const words = value('name')
          .replaceAll('&quot;', '"')
          .replaceAll('&apos;', "'")
          .replaceAll('&amp;', '&');
        const [start, end] = [Number(value('startPosition')), Number(value('endPosition'))];
        if (end - start === words.length) letters.splice(start, words.length, ...words.split(''));
        count++;
      }
      texts.set(name, letters);
    }
    const sources = [...texts].map(([path, letters]) => ({ path, text: letters.join('') }));
    const { documents } = read(refiQda, [file, ...sources]);
    const spans = documents
      .flatMap(({ sets }) => sets.flatMap(({ records }) => records))
      .filter(({ kind }) => kind === 'span');
    expect(count).toBeGreaterThan(5);
    expect(spans.length).toBeGreaterThanOrEqual(count);
  });
});
