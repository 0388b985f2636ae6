import { describe, expect, test } from 'vitest';
import { epubReader } from '#host/documents/readers/epub/read-epub.ts';
import { fuzz } from './fuzz.ts';
import { pageTexts, readOne, refusal, source, titles } from './kit.ts';
import { zip } from './zip.ts';

const CONTAINER =
  '<container><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
const xhtml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body>${body}</body></html>`;
const PACKAGE = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>A book</dc:title><dc:creator>Anna</dc:creator><dc:creator>Otto</dc:creator><dc:language>en</dc:language></metadata>
<manifest><item id="b" href="text/two%20.xhtml" media-type="application/xhtml+xml"/><item id="a" href="one.xhtml#x" media-type="application/xhtml+xml"/>
<item id="i" href="p.svg" media-type="image/svg+xml"/><item id="m" href="missing.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/><itemref idref="i"/><itemref idref="b"/><itemref idref="m"/><itemref idref="nowhere"/></spine></package>`;
const BOOK = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': CONTAINER,
  'OEBPS/book.opf': PACKAGE,
  'OEBPS/text/two .xhtml': xhtml('<h2>Two</h2><p>And <i>more</i>.</p>'),
  'OEBPS/one.xhtml': xhtml(
    '<h1>One<a id="a1"/></h1><p>Some&#160;words,<br/>here &amp; there.</p><div class="x"/>',
  ),
};

test('chapters in the order of the spine, each a page, titles kept', async () => {
  const read = await readOne(epubReader, zip(BOOK));
  expect(pageTexts(read)).toEqual([
    'One\n\nSome\u00a0words,\nhere & there.\n\n',
    '',
    'Two\n\nAnd more.',
    '',
  ]);
  expect(titles(read)).toEqual(['1 One', '2 Two']);
  expect(read).toMatchObject({
    name: 'A book',
    metadata: { creator: 'Anna; Otto', language: 'en' },
  });
  expect(read.problems).toEqual([
    '1 chapter that is a picture is left out.',
    '1 chapter that is missing is left out.',
  ]);
});

describe('copy protection', () => {
  const encryption = (algorithm: string) =>
    `<encryption xmlns:enc="e"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/></enc:EncryptedData></encryption>`;
  test('is refused', async () => {
    const book = {
      ...BOOK,
      'META-INF/encryption.xml': encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc'),
    };
    expect(await refusal(epubReader, zip(book))).toMatch(/copy protection \(DRM\)/u);
  });
  test('of fonts alone does not matter', async () => {
    const book = {
      ...BOOK,
      'META-INF/encryption.xml': encryption('http://www.idpf.org/2008/embedding'),
    };
    expect((await readOne(epubReader, zip(book))).name).toBe('A book');
  });
});

test('a path that leads out of the archive leads nowhere', async () => {
  const book = {
    ...BOOK,
    'OEBPS/book.opf': PACKAGE.replace('one.xhtml#x', '../../../../etc/passwd'),
  };
  const read = await readOne(epubReader, zip(book));
  expect(read.problems).toContain('2 chapters that are missing are left out.');
});

test('refused with the part that is wrong', async () => {
  expect(await refusal(epubReader, zip({ ...BOOK, 'OEBPS/book.opf': '<package>' }))).toMatch(
    /‘OEBPS\/book.opf’/u,
  );
  expect(
    await refusal(epubReader, zip({ ...BOOK, 'META-INF/container.xml': '<container/>' })),
  ).toMatch(/‘META-INF\/container.xml’.*damaged/u);
  expect(
    await refusal(epubReader, zip({ ...BOOK, 'OEBPS/one.xhtml': xhtml('<div>'.repeat(2_000)) })),
  ).toMatch(/‘OEBPS\/one.xhtml’.*nested/u);
});

test('recognised by its parts', () => {
  expect(epubReader.recognizes(source(zip(BOOK), '/x.zip'))).toBe(1);
  expect(epubReader.recognizes(source(zip({ a: 'b' }), '/x.epub'))).toBe(0);
});

test('changed books are read or refused', async () => {
  const parts = ['META-INF/container.xml', 'OEBPS/book.opf', 'OEBPS/one.xhtml'] as const;
  const seeds = [...parts.map((part) => Buffer.from(BOOK[part])), Buffer.from(zip(BOOK))];
  await fuzz(epubReader, seeds, (changed, seed) => {
    const part = parts[seed];
    return part === undefined ? changed : zip({ ...BOOK, [part]: changed });
  });
});
