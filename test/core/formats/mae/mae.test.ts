import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import type { SourceFile } from '#core/formats/format.ts';
import { mae } from '#core/formats/mae/format.ts';
import { parseXml } from '#core/formats/xml/parse-xml.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { biocLines } from '../bioc/harness.ts';
import { anyDataset } from '../datasets.ts';
import { viewOf } from '../json-harness.ts';
import { corpusFiles, fixture, mutants, RUNS, read, write } from '../tokens/harness.ts';

const news = fixture('mae/doc.txt.xml');
const dtd = fixture('mae/NEWS.dtd');

describe('reading', () => {
  test('tags, links in the order of the DTD, and labels of the document', () => {
    const { documents, name } = read(mae, [news, dtd]);
    expect(name).toBe('NEWS');
    expect(documents[0]).toMatchObject({
      name: 'doc.txt',
      text: 'Ada 😀 met Bob\nand left.',
      metadata: { 'label color': 'yellow' },
    });
    expect(documents[0]?.sets[0]?.records).toEqual([
      {
        kind: 'span',
        id: 'P0',
        type: 'PER',
        ranges: [{ start: 0, end: 3 }],
        attributes: { sure: true, kind: 'real' },
        note: '',
      },
      expect.objectContaining({ id: 'P1', ranges: [{ start: 11, end: 14 }], note: 'who?' }),
      expect.objectContaining({
        id: 'M0',
        type: 'MEET',
        ranges: [
          { start: 0, end: 3 },
          { start: 7, end: 10 },
        ],
      }),
      expect.objectContaining({ id: 'P3' }),
      expect.objectContaining({
        kind: 'relation',
        id: 'K0',
        type: 'KNOWS',
        from: 'P0',
        to: 'P1',
        attributes: { comment: 'x' },
      }),
      { kind: 'label', id: 'label:SAD', name: 'SAD', value: true },
      { kind: 'label', id: 'label:SAD.how', name: 'SAD.how', value: 'very' },
    ]);
  });

  test('what cannot be read is told', () => {
    const { problems } = read(mae, [news, dtd]);
    expect(problems?.map(({ code, place }) => [code, place?.line, place?.id])).toEqual([
      ['bad-range', 9, 'P2'],
      ['other-words', 10, 'P3'],
      ['no-end', 12, 'K1'],
    ]);
  });

  test('the DTD is the schema', () => {
    const { schema } = read(mae, [news, dtd]);
    expect(schema.entityTypes.map(({ name }) => name)).toEqual(['PER', 'MEET']);
    expect(schema.entityTypes[0]?.attributes).toMatchObject([
      { name: 'sure', kind: 'yes-no', default: false, required: false },
      { name: 'kind', kind: 'one-of', values: ['real', 'made up'], default: null, required: true },
      { name: 'comment', kind: 'text', default: 'a > b' },
    ]);
    expect(schema.relationTypes).toMatchObject([
      { name: 'KNOWS', attributes: [{ name: 'comment' }] },
    ]);
    expect(schema.documentLabels.map(({ name }) => name)).toEqual(['SAD', 'SAD.how']);
  });

  test('without a DTD, links are told by their attributes, and that is said', () => {
    const { documents, problems } = read(mae, [news]);
    expect(documents[0]?.sets[0]?.records.find(({ id }) => id === 'K0')).toMatchObject({
      from: 'P1',
      to: 'P0',
    });
    expect(problems?.[0]).toMatchObject({ code: 'no-dtd' });
  });

  test('start and end of older files', () => {
    const text =
      '<T><TEXT><![CDATA[\nab]]></TEXT><TAGS><X id="X1" start="1" end="3" text="ab"/></TAGS></T>';
    const [document] = read(mae, [{ path: 'x.xml', text }]).documents;
    expect(document?.text).toBe('\nab');
    expect(document?.sets[0]?.records).toMatchObject([
      { type: 'X', ranges: [{ start: 1, end: 3 }] },
    ]);
  });

  test.each([
    ['<!ENTITY name "A">\n<!ELEMENT A (', 2],
    ['<!ELEMENT A EMPTY>', 1],
    ['<!ENTITY name "A">\n\n<!ATTLIST B x CDATA "">', 3],
    ['<A>\n<B/></A>', 1],
    ['<!DOCTYPE a [<!ENTITY b "c">]><A/>', 1],
    ['<A><TEXT>', 1],
  ])('%j is refused', (text, line) => {
    expect(mae.read?.([{ path: 'x', text }], {})).toMatchObject({
      ok: false,
      error: { code: 'invalid-file', place: { file: 'x', line } },
    });
  });
});

describe('writing', () => {
  test('a changed document has all attributes that its DTD declares', () => {
    const dataset = read(mae, [news, dtd]);
    const documents = dataset.documents.map((document) => ({
      ...document,
      sets: document.sets.map((set) => ({
        ...set,
        records: set.records.filter(({ id }) => id !== 'M0'),
      })),
    }));
    expect(mae.losses?.(dataset, {})).toEqual([]);
    expect(mae.losses?.({ ...dataset, documents }, {})).toMatchObject([
      { what: 'tags that are no annotations', count: 2 },
    ]);
    const files = write(mae, { ...dataset, documents });
    expect(files.map(({ path }) => path)).toEqual(['doc.txt.xml', 'NEWS.dtd']);
    expect(files[0]?.text).toContain(
      [
        '<TAGS>',
        '<PER spans="0~3" text="Ada" id="P0" sure="true" kind="real" comment=""/>',
        '<PER spans="0~3" text="Ada" id="P3" sure="" kind="" comment=""/>',
        '<PER spans="11~14" text="Bob" id="P1" sure="" kind="" comment="" note="who?"/>',
        '<SAD id="S0" spans="-1~-1" text="" how="very"/>',
        '<KNOWS id="K0" link_AID="P0" link_AText="Ada" link_BID="P1" link_BText="Bob" comment="x"/>',
        '</TAGS>',
        '<META>',
        '<label color="yellow"/>',
        '</META>',
        '</NEWS>',
      ].join('\n'),
    );
    expect(files[1]?.text).toContain('<!ATTLIST KNOWS arg0 IDREF prefix="link_A" #IMPLIED>');
    expect(files[1]?.text).toContain('<!ATTLIST PER sure ( true | false ) #IMPLIED "false" >');
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold these.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

function lines(records: readonly AnnotationRecord[]): readonly string[] {
  const held = records.filter(
    (record) => record.kind !== 'label' || (record.value !== false && record.value !== ''),
  );
  return biocLines(held, (words) => words.replace(ILLEGAL, '\ufffd'));
}

test('all but the losses comes back, with the DTD', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      fc.pre(dataset.documents.length > 0);
      const files = write(mae, dataset);
      const back = read(mae, files);
      const problems = back.problems?.filter(({ code }) => code !== 'annotators') ?? [];
      expect(problems).toEqual([]);
      const view = (one: Dataset) =>
        viewOf(
          {
            ...one,
            documents: one.documents.map((document) => ({
              ...document,
              name: '',
              text: document.text.replace(ILLEGAL, ' '),
              sets:
                document.sets.length > 0
                  ? document.sets
                  : [{ annotator: { id: 'x', name: 'X' }, records: [] }],
            })),
          },
          lines,
        );
      expect(view(back)).toEqual(view(dataset));
      const texts = (one: readonly { readonly text: string }[]) =>
        one.map(({ text }) => text).sort();
      expect(texts(write(mae, back))).toEqual(texts(files));
      const anew = back.documents.map(({ carried: _, ...one }) => one);
      expect(view(read(mae, write(mae, { ...back, documents: anew })))).toEqual(view(dataset));
      for (const { text } of files.filter(({ path }) => path.endsWith('.xml'))) {
        expect(parseXml(text, '').ok).toBe(true);
        const ids = [...text.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
    { numRuns: RUNS },
  );
});

describe('files of others', () => {
  const all = corpusFiles('mae_medtator')?.filter(({ path }) => /\.(?:xml|dtd)$/u.test(path));
  const tasks = new Map<string, SourceFile[]>();
  for (const file of all ?? []) {
    const task = file.path.split('/').slice(0, 2).join('/');
    tasks.set(task, [...(tasks.get(task) ?? []), file]);
  }

  test.skipIf(!all)('are recognised, read, and written as they were', () => {
    expect(tasks.size).toBeGreaterThan(3);
    for (const files of tasks.values()) {
      for (const file of files)
        expect([file.path, mae.recognizes(file) > 0.9]).toEqual([file.path, true]);
      const dataset = read(mae, files);
      // Where case or white space differs, that is no other word; what is left is errors of the data.
      const codes = new Set(dataset.problems?.map(({ code }) => code));
      codes.delete('other-words');
      codes.delete('same-id');
      codes.delete('annotators');
      expect([...codes]).toEqual([]);
      const written = new Map(
        write(mae, dataset).map(({ path, text }) => [path.split('/').at(-1), text]),
      );
      const names = new Set<string>();
      for (const file of files) {
        const name = file.path.split('/').at(-1) ?? '';
        if (names.has(name) || name.endsWith('.dtd')) continue;
        names.add(name);
        expect([name, written.get(name)]).toEqual([name, 'text' in file ? file.text : '']);
      }
      const texts = files
        .filter(({ path }) => path.endsWith('.dtd'))
        .map((file) => 'text' in file && file.text);
      expect(
        [...written].filter(([path]) => path?.endsWith('.dtd')).map(([, text]) => text),
      ).toEqual(texts);
    }
  });

  test.skipIf(!all)('mean the same where they are written anew', () => {
    for (const files of tasks.values()) {
      const dataset = read(mae, files);
      const documents = dataset.documents.map(({ carried: _, ...one }) => one);
      const back = read(mae, write(mae, { ...dataset, documents }));
      const view = (one: Dataset) =>
        viewOf({ ...one, documents: one.documents.map((d) => ({ ...d, name: '' })) }, lines);
      expect(view(back)).toEqual(view(dataset));
    }
  });
});

test('damaged files give data or a place', () => {
  const count = Number(process.env['GLOSSATOR_FUZZ'] ?? 1000);
  const definitions = [...mutants([dtd.text], count)];
  let i = 0;
  for (const text of mutants([news.text], count)) {
    const definition = { path: 'y.dtd', text: i % 2 === 0 ? dtd.text : (definitions[i] ?? '') };
    const document = { path: 'x.xml', text: i++ % 2 === 0 ? text : news.text };
    const start = performance.now();
    mae.recognizes(document);
    mae.recognizes(definition);
    const result = mae.read?.([document, definition], {});
    if (result?.ok) write(mae, result.value);
    else expect(['x.xml', 'y.dtd']).toContain(result?.error.place?.file);
    expect(performance.now() - start).toBeLessThan(1000);
  }
});

test('recognises its own files, and no others', () => {
  expect(mae.recognizes(news)).toBeGreaterThan(0.9);
  expect(mae.recognizes(dtd)).toBeGreaterThan(0.9);
  const others: readonly SourceFile[] = [
    fixture('gate-xml/document.xml'),
    fixture('bioc-xml/collection.xml'),
    fixture('label-studio/config.xml'),
    fixture('brat/news/doc.ann'),
    { path: 'BioC.dtd', text: '<!ELEMENT collection ( source, date ) >' },
    { path: 'x.xml', text: '<TEI><text/></TEI>' },
    { path: 'x.xml', text: '' },
  ];
  for (const file of others) expect([file.path, mae.recognizes(file)]).toEqual([file.path, 0]);
});
