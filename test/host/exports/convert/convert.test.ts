import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatById } from '#core/formats/registry.ts';
import { type Conversion, convert } from '#host/exports/convert/convert.ts';
import { readInPieces } from '#host/exports/convert/read-file.ts';
import { newJob } from '../../documents/fake-session.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...names: string[]) => join(folder, ...names);
const run = (more: Partial<Conversion>, job = newJob()) =>
  convert(
    {
      ...{ inputs: [at('in')], from: 'auto', to: 'glossator-jsonl', target: at('out.jsonl') },
      ...{ readOptions: {}, options: {}, overwrite: false },
      ...more,
    },
    job,
  );
const temporary = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('glossator-convert-'));

const doccanoLine = (i: number) =>
  JSON.stringify({
    id: i,
    text: `Ada 😀 ${i} ${'word '.repeat(i % 400)}`,
    label: [[0, 3, 'Person']],
    Comments: [],
  });
const conllDocument = (i: number) =>
  `-DOCSTART- -X- O O\n\nAda NNP B-NP B-PER\nmet VBD B-VP O\nNumber${i} NN B-NP O\n${'word NN B-NP O\n'.repeat(i % 130)}\n`;
const filler = (i: number) => 'word '.repeat(i % 400);
const pubtatorDocument = (i: number) =>
  `${i}|t|Ada ${i}\n${i}|a|${filler(i)}end.\n${i}\t0\t3\tAda\tPerson\tP${i}\n`;
const sciercLine = (i: number) => {
  const words = ['Ada', 'met', ...filler(i).trim().split(' '), 'Ben'];
  return JSON.stringify({
    doc_key: `d${i}`,
    sentences: [words],
    ner: [[[0, 0, 'Person']]],
    relations: [[]],
  });
};
const biocDocument = (i: number) =>
  `<document><id>${i}</id><passage><offset>0</offset><text>Ada ${filler(i)}😀</text><annotation id="T1"><infon key="type">Person</infon><location offset="0" length="3"/><text>Ada</text></annotation></passage></document>`;
const hfText = (i: number) =>
  JSON.stringify({ text: `Ada ${filler(i)}😀`, entities: [{ start: 0, end: 3, label: 'PER' }] });
const hfTokens = (i: number) => {
  const words = filler(i).trim().split(' ');
  const row = (tokens: readonly string[], tags: readonly string[]) =>
    JSON.stringify({ doc_id: `d${i}`, tokens, ner_tags: tags });
  return `${row(['Ada', 'met'], ['B-PER', 'O'])}\n${row(
    words,
    words.map(() => 'O'),
  )}`;
};
const docredItem = (i: number) =>
  JSON.stringify({
    title: `d, [${i}`,
    sents: [['Ada', '"met', ...filler(i).trim().split(' '), 'Ben']],
    vertexSet: [[{ name: 'Ada', pos: [0, 1], sent_id: 0, type: 'PER' }]],
    labels: [],
  });
const conll04Item = (i: number) =>
  JSON.stringify({
    tokens: ['Ada', 'met', ...filler(i).trim().split(' '), 'Ben'],
    entities: [{ type: 'Peop', start: 0, end: 1 }],
    relations: [],
    orig_id: i,
  });
const labelStudioItem = (i: number) =>
  JSON.stringify(
    {
      id: i,
      data: { text: `Ada ${filler(i)}\\ "😀], ${i}` },
      annotations: [
        {
          id: i,
          result: [
            {
              ...{ id: `r${i}`, from_name: 'label', to_name: 'text', type: 'labels' },
              value: { start: 0, end: 3, text: 'Ada', labels: ['Person'] },
            },
          ],
        },
      ],
    },
    null,
    2,
  );
const list = (one: (i: number) => string) =>
  `[\n${Array.from({ length: 6000 }, (_, i) => one(i)).join(',\n')}\n]\n`;
const many = (one: (i: number) => string, end = '\n', count = 6000) =>
  Array.from({ length: count }, (_, i) => one(i)).join(end) + end;

describe('what is read piece by piece is what is read at once', () => {
  test.each([
    ['doccano', 'all.jsonl', many(doccanoLine)],
    ['conll-2003', 'all.conll', many(conllDocument, '')],
    ['pubtator', 'all.pubtator', many(pubtatorDocument, '\n')],
    ['scierc', 'all.jsonl', many(sciercLine)],
    ['hf-datasets', 'texts.jsonl', many(hfText)],
    ['hf-datasets', 'rows.jsonl', many(hfTokens)],
    ['docred', 'all.json', list(docredItem)],
    ['conll04', 'all.json', list(conll04Item)],
    ['label-studio', 'all.json', list(labelStudioItem)],
    [
      'bioc-xml',
      'all.xml',
      `<?xml version="1.0" encoding="UTF-8"?>\n<collection><source>x</source>\n${many(biocDocument)}</collection>\n`,
    ],
  ])(
    'in %s, a file of several pieces',
    async (id, name, text) => {
      expect(text.length).toBeGreaterThan(4 * 1024 * 1024 - 1);
      writeFileSync(at(name), text);
      const converted = await run({
        inputs: [at(name)],
        from: id,
        target: at('out'),
        to: 'glossator-jsonl',
      });
      expect(converted).toMatchObject({ ok: true, value: { summary: { documents: 6000 } } });
      const format = formatById(id);
      const options = Object.fromEntries(
        (format?.readOptions ?? []).map((one) => [one.id, one.default]),
      );
      const read = format?.read?.([{ path: name, text }], options);
      if (!read?.ok) throw new Error('not read');
      const [file] = (() => {
        const written = formatById('glossator-jsonl')?.write?.(read.value, {});
        return written?.ok ? written.value : [];
      })();
      const expected = [...(file?.parts() ?? [])].join('');
      expect(readFileSync(at('out'), 'utf8') === expected).toBe(true);
    },
    120_000,
  );

  test('lines of a fault are those of the file', async () => {
    const text = many(doccanoLine, '\n', 5_999);
    writeFileSync(at('all.jsonl'), `${text}{"text":"x","label":[[0,`);
    const converted = await run({ inputs: [at('all.jsonl')], from: 'doccano' });
    expect(converted).toMatchObject({ error: { place: { file: 'all.jsonl', line: 6_000 } } });
    expect(readdirSync(folder)).toEqual(['all.jsonl']);
  }, 120_000);

  test('pieces end where documents do, also with CR LF and characters of several bytes', async () => {
    const text = many(doccanoLine, '\r\n', 9000);
    writeFileSync(at('all.jsonl'), text);
    const { size } = { size: Buffer.byteLength(text) };
    const rules = formatById('doccano')?.pieces;
    if (!rules) throw new Error('no pieces');
    let all = '';
    let pieces = 0;
    for await (const piece of readInPieces({ file: at('all.jsonl'), path: 'x', size }, rules)) {
      if (!piece.ok || !('text' in piece.value.source)) throw new Error('not read');
      const { source, linesBefore } = piece.value;
      expect(source.text.startsWith('{"id":')).toBe(true);
      expect(linesBefore).toBe(all.split('\n').length - 1);
      all += source.text;
      pieces++;
    }
    expect(pieces).toBeGreaterThan(1);
    expect(all === text).toBe(true);
  }, 60_000);
});

describe('converting', () => {
  test('a folder of brat is put together and told apart from other files by its contents', async () => {
    mkdirSync(at('in'));
    writeFileSync(at('in', 'a.txt'), 'Ada met Ben');
    writeFileSync(
      at('in', 'a.ann'),
      'T1\tPerson 0 3\tAda\nT2\tPerson 8 11\tBen\nR1\tknows Arg1:T1 Arg2:T2\n',
    );
    writeFileSync(
      at('in', 'annotation.conf'),
      '[entities]\nPerson\n[relations]\nknows Arg1:Person, Arg2:Person\n',
    );
    const converted = await run({});
    expect(converted).toMatchObject({
      value: { from: 'brat', summary: { documents: 1, spans: 2, relations: 1 }, problems: [] },
    });
    const line = JSON.parse(readFileSync(at('out.jsonl'), 'utf8'));
    expect(line).toMatchObject({ text: 'Ada met Ben', relations: [{ type: 'knows' }] });
    expect(temporary()).toEqual([]);
  });

  test('what cannot be read in part is told; what is lost can be kept and split', async () => {
    writeFileSync(
      at('in'),
      `${many(doccanoLine, '\n', 10)}{"text":"Ada","label":[[0,9,"Person"]]}\n`,
    );
    const split = { percent: { train: 50, dev: 0, test: 50 }, seed: 1, layout: 'names' } as const;
    const converted = await run({
      ...{ from: 'doccano', to: 'conll-2003', target: at('out'), split, leftOut: 'separate-file' },
    });
    expect(converted).toMatchObject({
      value: {
        problems: expect.arrayContaining([
          expect.objectContaining({ place: { file: 'in', line: 11, path: 'label[0]' } }),
        ]),
        summary: { parts: [{ name: 'train' }, { name: 'test' }], leftOut: { records: 0 } },
      },
    });
    expect(readdirSync(at('out')).sort()).toEqual([
      'in.left-out.jsonl',
      'in.test.conll',
      'in.train.conll',
    ]);
  });

  test.each([
    ['a file that is not there', { inputs: ['/nowhere/at/all'] }, 'not-found'],
    ['an unknown format', { from: 'klingon' }, 'bad-request'],
    ['an unknown option of reading', { from: 'doccano', readOptions: { x: 'y' } }, 'bad-request'],
    ['an unknown option of writing', { options: { x: 'y' } }, 'bad-request'],
    ['nothing that is recognised', {}, 'refused'],
  ])('%s is refused, and nothing is written', async (_name, more, code) => {
    writeFileSync(at('in'), 'Call me Ishmael.\n');
    expect(await run(more)).toMatchObject({ ok: false, error: { code } });
    expect(readdirSync(folder)).toEqual(['in']);
    expect(temporary()).toEqual([]);
  });

  test('never over a file without being told to', async () => {
    writeFileSync(at('in'), many(doccanoLine, '\n', 3));
    writeFileSync(at('out.jsonl'), 'mine');
    expect(await run({ from: 'doccano' })).toMatchObject({ error: { code: 'exists' } });
    expect(readFileSync(at('out.jsonl'), 'utf8')).toBe('mine');
    expect(await run({ from: 'doccano', overwrite: true })).toMatchObject({ ok: true });
  });

  test('stopped, it leaves nothing behind', async () => {
    writeFileSync(at('in'), many(doccanoLine, '\n', 3));
    await expect(run({ from: 'doccano' }, newJob(0))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['in']);
    expect(temporary()).toEqual([]);
  });

  test('XML is read in the encoding that it names', async () => {
    const page = `<?xml version="1.0" encoding="ISO-8859-1"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p><persName>Zoë</persName> met Günther.</p></body></text></TEI>`;
    writeFileSync(at('in'), Buffer.from(page, 'latin1'));
    expect(await run({})).toMatchObject({
      ok: true,
      value: { from: 'tei', summary: { spans: 1 } },
    });
    expect(readFileSync(at('out.jsonl'), 'utf8')).toContain('Zoë met Günther.');
  });

  test('bytes that are not UTF-8 are told with their place', async () => {
    writeFileSync(
      at('in'),
      Buffer.concat([Buffer.from(`${doccanoLine(1)}\n{"text":"`), Buffer.from([0xff, 0xfe, 0x41])]),
    );
    expect(await run({ from: 'doccano' })).toMatchObject({
      error: { code: 'refused', place: { file: 'in', line: 2 } },
    });
  });
});
