import { describe, expect, test } from 'vitest';
import { odtReader } from '#host/documents/readers/odt/read-odt.ts';
import { fuzz } from './fuzz.ts';
import { pageTexts, readOne, refusal, source, titles } from './kit.ts';
import { zip } from './zip.ts';

const NS = ['office', 'text', 'table', 'style', 'fo', 'draw', 'svg', 'dc', 'meta']
  .map((p) => `xmlns:${p}="urn:${p}"`)
  .join(' ');
const contentXml = (body: string, styles = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NS}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
const TYPE = { mimetype: 'application/vnd.oasis.opendocument.text' };
const odt = (body: string, styles = '', more: Readonly<Record<string, string>> = {}) =>
  zip({ ...TYPE, 'content.xml': contentXml(body, styles), ...more });
const p = (inside: string, style = '') => `<text:p text:style-name="${style}">${inside}</text:p>`;
const h = (level: number, inside: string) =>
  `<text:h text:outline-level="${level}">${inside}</text:h>`;
const cell = (inside: string, more = '') =>
  `<table:table-cell ${more}>${inside}</table:table-cell>`;
const row = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;

describe('what becomes text', () => {
  test.each([
    ['paragraphs, empty ones too', `${p('One')}${p('')}<text:p/>${p('two')}`, 'One\n\n\ntwo'],
    // OpenDocument 1.3 part 3, 6.1.2: white space collapses, over the borders of spans too.
    ['white space', p(' \n a  b<text:span> c </text:span> d\t\n'), 'a b c d'],
    [
      'spaces, tabs and breaks that are marked',
      p('a <text:s text:c="2"/>b<text:s/><text:tab/>c<text:line-break/> d<text:s/>'),
      'a   b \tc\n d ',
    ],
    ['a marked space at the beginning', p(' <text:s/> a'), '  a'],
    ['no-break spaces stay', p('\u00a0a\u00a0\u00a0b'), '\u00a0a\u00a0\u00a0b'],
    [
      'links, fields, bookmarks',
      p('<text:a>l</text:a><text:bookmark/><text:date>1 May</text:date><text:title>T</text:title>'),
      'l1 MayT',
    ],
    [
      'lists in lists',
      `<text:list><text:list-item>${p('a')}<text:list><text:list-item>${p('b')}</text:list-item></text:list></text:list-item><text:list-item>${p('c')}</text:list-item></text:list>`,
      'a\nb\nc',
    ],
    [
      'tables',
      `${p('x')}<table:table><table:table-header-rows>${row(cell(p('a')), cell(p('b')))}</table:table-header-rows>${row(cell('', 'table:number-columns-repeated="2"'), cell(`${p('c')}${p('d')}`))}</table:table>${p('y')}`,
      'x\na\tb\n\t\tc\nd\ny',
    ],
    [
      'covered cells',
      `<table:table>${row(cell(p('a')), '<table:covered-table-cell/>', cell(p('b')))}</table:table>`,
      'a\t\tb',
    ],
    [
      'sections and tables of contents',
      `<text:section>${p('s')}</text:section><text:table-of-content><text:table-of-content-source>${p('no')}</text:table-of-content-source><text:index-body>${p('Chapter<text:tab/>1')}</text:index-body></text:table-of-content>`,
      's\nChapter\t1',
    ],
    [
      'a text box after its paragraph',
      p(`a<draw:frame><draw:text-box>${p('box')}</draw:text-box></draw:frame>b`),
      'ab\nbox',
    ],
    [
      'ruby',
      p(
        '<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>',
      ),
      '漢',
    ],
    ['references of XML', p('&lt;b&gt; &amp;amp; &#233;&#x1F600;'), '<b> &amp; é😀'],
  ])('%s', async (_name, body, expected) => {
    expect((await readOne(odtReader, odt(body))).text).toBe(expected);
  });

  test('notes are marked in the text and stand at the end', async () => {
    const note = (text: string) =>
      `<text:note><text:note-citation>*</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`;
    const read = await readOne(
      odtReader,
      odt(p(`a${note('First.')} b${note('Second.')}`) + p('end')),
    );
    expect(read.text).toBe('a[1] b[2]\nend\n[1] First.\n[2] Second.');
  });
});

test('titles and pages', async () => {
  const styles =
    '<style:style style:name="P1"><style:paragraph-properties fo:break-before="page"/></style:style>';
  const body =
    h(1, 'Title') + p('one<text:soft-page-break/> two') + h(3, 'Sub') + p('three', 'P1') + h(2, '');
  const read = await readOne(odtReader, odt(body, styles));
  expect(titles(read)).toEqual(['1 Title', '3 Sub']);
  expect(pageTexts(read)).toEqual(['Title\none', ' two\nSub\n', 'three\n']);
});

test('comments, deletions and pictures are counted, the rest of the file becomes metadata', async () => {
  const changes = `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}</text:deletion></text:changed-region><text:changed-region><text:insertion><office:change-info><dc:creator>A</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>`;
  const body = `${changes}${p(`a<office:annotation>${p('hm')}</office:annotation><draw:frame><draw:image/><svg:title>Picture</svg:title></draw:frame>b`)}`;
  const meta = `<office:document-meta ${NS}><office:meta><dc:title>A title</dc:title><meta:generator>x</meta:generator><dc:creator>Anna</dc:creator></office:meta></office:document-meta>`;
  const read = await readOne(odtReader, odt(body, '', { 'meta.xml': meta }));
  expect(read.text).toBe('ab');
  expect([...read.problems].sort()).toEqual([
    '1 comment is left out.',
    '1 picture is left out.',
    '1 tracked deletion is left out.',
  ]);
  expect(read.metadata).toEqual({ title: 'A title', creator: 'Anna' });
});

describe('refused', () => {
  test('encrypted', async () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect(
      await refusal(odtReader, odt(p('x'), '', { 'META-INF/manifest.xml': manifest })),
    ).toMatch(/password/u);
  });
  test('entities', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>';
    expect(await refusal(odtReader, zip({ ...TYPE, 'content.xml': bomb }))).toMatch(
      /‘content.xml’.*DTD/u,
    );
  });
  test('no text, no content', async () => {
    expect(await refusal(odtReader, odt(p(' ')))).toMatch(/no text/u);
    expect(await refusal(odtReader, zip(TYPE))).toMatch(/no part ‘content.xml’/u);
  });
});

test('recognised by the type in its first bytes', () => {
  expect(odtReader.recognizes(source(odt(''), '/x'))).toBe(1);
  const sheet = zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': 'x',
  });
  expect(odtReader.recognizes(source(sheet, '/x.odt'))).toBe(0);
});

test('repetitions without end do not fill the memory', async () => {
  const body = `<table:table>${row(cell(p('a'), 'table:number-columns-repeated="1000000000"'))}</table:table>${p('<text:s text:c="999999999"/>b')}`;
  expect((await readOne(odtReader, odt(body))).text.length).toBeLessThan(20_000);
});

test('changed files are read or refused', async () => {
  const body =
    h(1, 'T') +
    p(
      'a <text:s text:c="2"/><text:note><text:note-body><text:p>n</text:p></text:note-body></text:note>',
    ) +
    `<table:table>${row(cell(p('x')))}</table:table>`;
  await fuzz(odtReader, [Buffer.from(contentXml(body)), Buffer.from(odt(body))], (changed, seed) =>
    seed === 1 ? changed : zip({ ...TYPE, 'content.xml': changed }),
  );
});
