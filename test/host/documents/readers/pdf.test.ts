import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pdfReader } from '#host/documents/readers/pdf/read-pdf.ts';
import { fuzz } from './fuzz.ts';
import { CORPUS, hasCorpus, pageTexts, QUIET, readOne, refusal, source, titles } from './kit.ts';
import { makePdf, show } from './make-pdf.ts';

const LETTER = makePdf({
  pages: [
    show(
      [50, 750, 20, 'A title'],
      [50, 720, 10, 'One line of hyphen-'],
      [50, 708, 10, 'ation \\(here\\).'.replace(/\\/gu, '')],
      [50, 680, 10, 'Next para\xe9.'],
    ),
    show([50, 750, 10, '2. A chapter'], [50, 738, 10, 'and its text']),
  ],
  info: "/Title (Draft) /Author (Anna) /CreationDate (D:20200102030405+01'00')",
  bookmarks: [
    ['A title', 0],
    ['A chapter', 1],
    ['Not there', 1],
  ],
});

test('lines stay lines, wide gaps and other sizes part paragraphs, pages are kept', async () => {
  const read = await readOne(pdfReader, LETTER);
  expect(pageTexts(read)).toEqual([
    'A title\n\nOne line of hyphen-\nation (here).\n\nNext paraé.\n',
    '2. A chapter\nand its text',
  ]);
  expect(read).toMatchObject({ name: 'Letter', problems: [] });
  expect(read.metadata).toEqual({
    title: 'Draft',
    author: 'Anna',
    created: '2020-01-02T03:04:05+01:00',
  });
});

test('bookmarks make titles of the lines they name', async () => {
  expect(titles(await readOne(pdfReader, LETTER))).toEqual(['1 A title', '1 2. A chapter']);
});

test('characters that a map names are found without network', async () => {
  const page = 'BT /F2 12 Tf 50 700 Td <4F60597D> Tj ET';
  expect((await readOne(pdfReader, makePdf({ pages: [page] }))).text).toBe('你好');
});

test('pages without text are told, and begin where the next does', async () => {
  const read = await readOne(
    pdfReader,
    makePdf({ pages: [show([50, 700, 12, 'one']), '', show([50, 700, 12, 'three']), ''] }),
  );
  expect(pageTexts(read)).toEqual(['one\n', '', 'three', '']);
  expect(read.problems).toEqual([
    '2 of 4 pages are without text; they may be pictures that need text recognition (OCR): 2, 4.',
  ]);
});

describe('refused', () => {
  test('pictures only', async () => {
    expect(await refusal(pdfReader, makePdf({ pages: ['', ''] }))).toMatch(
      /no text layer: its 2 pages are pictures/u,
    );
  });
  test('behind a password', async () => {
    const key =
      '/Encrypt << /Filter /Standard /V 1 /R 2 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) /P -4 >> /ID [(0123456789012345) (0123456789012345)]';
    expect(
      await refusal(pdfReader, makePdf({ pages: [show([1, 1, 1, 'x'])], trailer: key })),
    ).toMatch(/protected by a password/u);
  });
  test('damaged', async () => {
    expect(await refusal(pdfReader, '%PDF-1.7\nnothing')).toMatch(/damaged/u);
  });
});

test('recognised by its first bytes', () => {
  expect(pdfReader.recognizes(source(LETTER, '/x.txt'))).toBe(1);
  expect(pdfReader.recognizes(source('text', '/x.pdf'))).toBe(0);
});

test('progress by the page, and it stops when it shall', async () => {
  const file = makePdf({
    pages: Array.from({ length: 300 }, (_, i) => show([50, 700, 12, `page ${i}`])),
  });
  const told: number[] = [];
  const stop = new AbortController();
  const reading = {
    signal: stop.signal,
    progress: (done: number, total: number) => {
      expect(total).toBe(300);
      told.push(done);
      if (done === 20) stop.abort();
    },
  };
  await expect(pdfReader.read(source(file), {}, reading)).rejects.toThrow(/abort/iu);
  expect(told).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

test('nothing of the file is run, drawn or fetched', async () => {
  const file = makePdf({ pages: [show([50, 700, 12, 'calm'])], trailer: '' });
  const script = Buffer.from(
    Buffer.from(file)
      .toString('latin1')
      .replace(
        '/Type /Catalog',
        '/Type /Catalog /OpenAction << /S /JavaScript /JS (globalThis.ran = 1) >>',
      ),
    'latin1',
  );
  const read = await pdfReader.read(source(script), {}, QUIET);
  expect(read.ok && read.value.documents[0]?.text).toBe('calm');
  expect('ran' in globalThis).toBe(false);
});

test('changed files are read or refused', async () => {
  await fuzz(pdfReader, [LETTER, makePdf({ pages: ['BT /F2 12 Tf 50 700 Td <4F60597D> Tj ET'] })]);
}, 300_000);

describe.skipIf(!hasCorpus)('real files (skipped where the corpora are absent)', () => {
  const words = (text: string) => text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];

  test('paragraphs as PDFBox finds them, in the dump of DKPro', async () => {
    const dump = readFileSync(join(CORPUS, 'pdf/dkpro-test.dump'), 'utf8');
    const expected = /CAS-Text:\n([\s\S]*?)\n\n?\[/u.exec(dump)?.[1]?.trim();
    const read = await readOne(pdfReader, readFileSync(join(CORPUS, 'pdf/dkpro-test.pdf')));
    expect(read.text).toBe(expected);
  });

  test('a book of 117 pages has 98 in 100 of the words of its known text', async () => {
    const read = await readOne(
      pdfReader,
      readFileSync(join(CORPUS, 'pdf/GeoTopo-komprimiert.pdf')),
    );
    expect(read.pages).toHaveLength(116);
    expect(titles(read).length).toBeGreaterThan(20);
    const have = new Map<string, number>();
    for (const word of words(read.text)) have.set(word, (have.get(word) ?? 0) + 1);
    const wanted = words(readFileSync(join(CORPUS, 'pdf/GeoTopo-book.expected.txt'), 'utf8'));
    const found = wanted.filter((word) => {
      const left = have.get(word) ?? 0;
      have.set(word, left - 1);
      return left > 0;
    });
    expect(found.length / wanted.length).toBeGreaterThan(0.98);
  });

  test('two columns come one after the other', async () => {
    const { text } = await readOne(pdfReader, readFileSync(join(CORPUS, 'pdf/multicolumn.pdf')));
    expect(text).toContain(
      'Lorem ipsum dolor sit amet, consectetuer adip-\niscing elit. Ut purus elit',
    );
  });

  test.each(['minimal-document.pdf', 'google-doc-document.pdf', 'habibi-arabic.pdf'])(
    '%s is read',
    async (name) => {
      const { text, problems } = await readOne(pdfReader, readFileSync(join(CORPUS, 'pdf', name)));
      expect(words(text).length).toBeGreaterThan(1);
      expect(problems.filter((problem) => !/left out: the fonts/u.test(problem))).toEqual([]);
    },
  );
});
