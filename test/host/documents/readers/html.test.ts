import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { htmlReader } from '#host/documents/readers/html/read-html.ts';
import { fuzz } from './fuzz.ts';
import { CORPUS, hasCorpus, QUIET, readOne, refusal, source, titles } from './kit.ts';

const PAGE = `<!DOCTYPE html><html lang="en"><head><title>A letter</title></head>
<body><h1>To Anna</h1><p>Dear <b>Anna</b>,<br>come soon.</p><table><tr><td>1<td>2</table></body></html>`;

test('a page becomes a document named by its title', async () => {
  const read = await readOne(htmlReader, PAGE);
  expect(read).toMatchObject({ name: 'A letter', metadata: { language: 'en' }, problems: [] });
  expect(read.text).toBe('To Anna\n\nDear Anna,\ncome soon.\n\n1\t2');
  expect(titles(read)).toEqual(['1 To Anna']);
});

describe('recognised by contents', () => {
  const score = (text: string | Uint8Array) => htmlReader.recognizes(source(text));
  test.each([
    PAGE,
    ' <!-- x --><!doctype HTML>',
    '<?xml version="1.0"?>\n<html xmlns="x">',
    '<HTML>',
  ])('a page: %j', (text) => expect(score(text)).toBeGreaterThan(0.9));
  test('UTF-16', () => {
    expect(score(Buffer.from(`\ufeff${PAGE}`, 'utf16le'))).toBe(1);
  });
  test.each([
    '',
    'a < b',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
    '<?xml version="1.0"?><p>x</p>',
    '{"a": "<p>"}',
    '%PDF-1.4',
  ])('not: %j', (text) => expect(score(text)).toBe(0));
});

describe('encodings', () => {
  const body = '<p>Übermut, naïveté – “q”</p>';
  test.each([['declared, Windows', `<meta charset=windows-1251><p>Привет</p>`, 'Привет']])(
    '%s',
    async (_name, html, expected) => {
      const bytes = Buffer.from(
        [...html].map((c) => (c > '\u0400' ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0))),
      );
      expect((await readOne(htmlReader, bytes)).text).toBe(expected);
    },
  );
  test('declared, Japanese', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'),
      Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
    ]);
    expect((await readOne(htmlReader, bytes)).text).toBe('日本');
  });
  test('UTF-16 with a mark, against its declaration', async () => {
    const bytes = Buffer.from(`\ufeff<meta charset=utf-8>${body}`, 'utf16le');
    expect((await readOne(htmlReader, bytes)).text).toBe('Übermut, naïveté – “q”');
  });
  test('none: Windows-1252, and it is said', async () => {
    const read = await readOne(htmlReader, Buffer.from('<p>na\u00efve</p>', 'latin1'));
    expect(read.text).toBe('naïve');
    expect(read.problems).toEqual([expect.stringMatching(/read as Windows-1252.*byte 5/u)]);
  });
  test('the chosen one counts', async () => {
    const file = { ...source(Buffer.from('<p>\u0080', 'latin1')), encoding: 'iso-8859-1' as const };
    const read = await htmlReader.read(file, {}, QUIET);
    expect(read.ok && read.value.documents[0]?.text).toBe('\u0080');
  });
});

test('a page without text is refused', async () => {
  expect(await refusal(htmlReader, '<html><body><script>x()</script>')).toMatch(
    /no text in this page/u,
  );
});

test('reading stops when it shall', async () => {
  const stop = new AbortController();
  const big = source(`<!doctype html>${'<p>word <b>word</b></p>\n'.repeat(200_000)}`);
  const reading = {
    signal: stop.signal,
    progress: (done: number) => done > 500_000 && stop.abort(),
  };
  await expect(htmlReader.read(big, {}, reading)).rejects.toThrow(/abort/iu);
});

test('changed pages are read or refused', async () => {
  await fuzz(htmlReader, [Buffer.from(PAGE), Buffer.from(`\ufeff${PAGE}`, 'utf16le')]);
});

describe.skipIf(!hasCorpus)('real pages (skipped where the corpora are absent)', () => {
  test('a book', async () => {
    const read = await readOne(htmlReader, readFileSync(join(CORPUS, 'html/moby-dick-2701-h.htm')));
    expect(read.problems).toEqual([]);
    expect(read.text).toContain(
      '\n\nCall me Ishmael. Some years ago—never mind how long precisely—',
    );
    expect(titles(read).filter((title) => /^2 CHAPTER \d+\./u.test(title))).toHaveLength(135);
  });
});
