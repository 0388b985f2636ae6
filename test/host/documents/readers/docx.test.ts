import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { docxReader } from '#host/documents/readers/docx/read-docx.ts';
import { fuzz } from './fuzz.ts';
import { CORPUS, hasCorpus, pageTexts, QUIET, readOne, refusal, source, titles } from './kit.ts';
import { zip } from './zip.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MORE = 'xmlns:mc="mc" xmlns:wps="wps" xmlns:a="a" xmlns:m="m" xmlns:v="v"';
const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const documentXml = (body: string) =>
  `<?xml version="1.0"?><w:document ${W} ${MORE}><w:body>${body}</w:body></w:document>`;
const docx = (body: string, parts: Readonly<Record<string, string>> = {}) =>
  zip({ '[Content_Types].xml': TYPES, 'word/document.xml': documentXml(body), ...parts });
const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;
const styled = (style: string, text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${r(text)}</w:p>`;
const tc = (...paragraphs: readonly string[]) => `<w:tc>${paragraphs.join('')}</w:tc>`;
const textOf = async (body: string) => (await readOne(docxReader, docx(body))).text;

describe('what becomes text', () => {
  test.each([
    ['paragraphs, empty ones too', p(r('One')) + p() + p(r(' two '), r('x')), 'One\n\n two x'],
    [
      'tabs and breaks',
      p(
        '<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>',
        r('a'),
        '<w:r><w:tab/><w:br/><w:t>b</w:t><w:cr/></w:r>',
        r('c'),
      ),
      'a\t\nb\nc',
    ],
    [
      'hyphens and symbols',
      p(
        '<w:r><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
      ),
      '\u2011\u00adα✓',
    ],
    [
      'links, fields, inserted and moved text',
      p(
        `<w:hyperlink>${r('a')}</w:hyperlink><w:fldSimple w:instr="PAGE">${r('7')}</w:fldSimple><w:ins>${r('b')}</w:ins><w:moveTo>${r('c')}</w:moveTo><w:smartTag>${r('d')}</w:smartTag><w:bdo>${r('e')}</w:bdo>`,
      ),
      'a7bcde',
    ],
    [
      'complex fields as last shown',
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>',
        r('not this'),
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        r('Table 1'),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        r('.'),
      ),
      'Table 1.',
    ],
    [
      'tables',
      `${p(r('x'))}<w:tbl><w:tr>${tc(p(r('a')))}${tc(p(r('b')), p(r('c')))}</w:tr><w:tr>${tc(p())}${tc(p(r('d')))}</w:tr></w:tbl>${p(r('y'))}`,
      'x\na\tb\nc\n\td\ny',
    ],
    [
      'tables in tables',
      `<w:tbl><w:tr>${tc(`<w:tbl><w:tr>${tc(p(r('a')))}${tc(p(r('b')))}</w:tr></w:tbl>`, p(r('c')))}${tc(p(r('d')))}</w:tr></w:tbl>`,
      'a\tb\nc\td',
    ],
    [
      'deleted rows vanish',
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${tc(p(r('gone')))}</w:tr><w:tr>${tc(p(r('a')))}</w:tr></w:tbl>`,
      'a',
    ],
    [
      'content controls',
      `<w:sdt><w:sdtPr><w:alias w:val="n"/></w:sdtPr><w:sdtContent>${p(r('in'))}</w:sdtContent></w:sdt>${p('<w:sdt><w:sdtContent>', r('x'), '</w:sdtContent></w:sdt>')}`,
      'in\nx',
    ],
    [
      'a text box after its paragraph, once',
      p(
        r('a'),
        `<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${p(r('box'))}${p(r('two'))}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>${p(r('box'))}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>`,
        r('b'),
      ),
      'ab\nbox\ntwo',
    ],
    [
      'a deleted paragraph end joins',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r('a')}</w:p>${p(r('b'))}`,
      'ab',
    ],
    ['equations', p('<m:oMath><m:r><m:t>E=m</m:t></m:r></m:oMath>'), 'E=m'],
    [
      'ruby',
      p(`<w:r><w:ruby><w:rt>${r('kan')}</w:rt><w:rubyBase>${r('漢')}</w:rubyBase></w:ruby></w:r>`),
      '漢',
    ],
    ['references of XML', p(r('&lt;b&gt; &amp;amp; &#233;&#x1F600;')), '<b> &amp; é😀'],
  ])('%s', async (_name, body, expected) => {
    expect(await textOf(body)).toBe(expected);
  });

  test('notes are marked in the text and stand at the end', async () => {
    const note = (id: number, text: string, type = '') =>
      `<w:footnote w:id="${id}"${type}>${p('<w:r><w:footnoteRef/></w:r>', r(` ${text}`))}</w:footnote>`;
    const footnotes = `<w:footnotes ${W}>${note(-1, 'line', ' w:type="separator"')}${note(2, 'Two.')}${note(3, 'Three.')}${note(4, 'Lost.')}</w:footnotes>`;
    const ref = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const body = p(r('a'), ref(3), r(' b'), ref(2), ref(3), ref(9));
    const read = await readOne(docxReader, docx(body, { 'word/footnotes.xml': footnotes }));
    expect(read.text).toBe('a[1] b[2][1]\n[1] Three.\n[2] Two.');
    expect(read.problems).toEqual(['1 note that nothing refers to is left out.']);
  });
});

test('titles have the level of their style, or their own', async () => {
  const style = (id: string, inside: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
  const styles = `<w:styles ${W}>${style('berschrift2', '<w:name w:val="heading 2"/>')}${style('Own', '<w:basedOn w:val="berschrift2"/>')}${style('Deep', '<w:basedOn w:val="berschrift2"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr>')}${style('Loop', '<w:basedOn w:val="Loop"/>')}${style('Plain', '<w:basedOn w:val="Own"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')}</w:styles>`;
  const direct = `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${r('Direct')}</w:p>`;
  const body =
    ['berschrift2', 'Own', 'Deep', 'Loop', 'Plain', 'none'].map((id) => styled(id, id)).join('') +
    direct;
  const read = await readOne(docxReader, docx(body, { 'word/styles.xml': styles }));
  expect(titles(read)).toEqual(['2 berschrift2', '2 Own', '4 Deep', '1 Direct']);
});

test('pages begin where the file breaks them', async () => {
  const page = '<w:r><w:br w:type="page"/></w:r>';
  const before = `<w:p><w:pPr><w:pageBreakBefore/></w:pPr>${r('four')}</w:p>`;
  const read = await readOne(
    docxReader,
    docx(p(r('one'), page, r('two')) + p(page) + p(r('three')) + before),
  );
  expect(pageTexts(read)).toEqual(['one\n', 'two\n\n', 'three\n', 'four']);
});

test('what is left out is counted', async () => {
  const body = p(
    `${r('seen')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:del><w:r><w:delText>a</w:delText></w:r><w:r><w:delText>b</w:delText></w:r></w:del>`,
    '<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:drawing><a:blip/></w:drawing></w:r>',
    `<w:moveFrom>${r('moved')}</w:moveFrom>`,
  ).concat('<w:altChunk/>');
  const comments = `<w:comments ${W}><w:comment>${p(r('hm'))}</w:comment></w:comments>`;
  const header = `<w:hdr ${W}>${p(r('Page'))}</w:hdr>`;
  const read = await readOne(
    docxReader,
    docx(body, { 'word/comments.xml': comments, 'word/header1.xml': header }),
  );
  expect(read.text).toBe('seen');
  expect([...read.problems].sort()).toEqual([
    '1 comment is left out.',
    '1 document inside the document is left out.',
    '1 header or footer is left out.',
    '1 picture is left out.',
    '1 piece of hidden text is left out.',
    '2 tracked deletions are left out.',
  ]);
});

test('what the file says of itself becomes metadata', async () => {
  const core =
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title> A  title</dc:title><dc:creator>Anna</dc:creator><cp:revision>3</cp:revision></cp:coreProperties>';
  const read = await readOne(docxReader, docx(p(r('x')), { 'docProps/core.xml': core }));
  expect(read).toMatchObject({ name: 'Letter', metadata: { title: 'A title', creator: 'Anna' } });
});

describe('recognised by contents', () => {
  test('a Word file, whatever its name', () => {
    expect(docxReader.recognizes(source(docx(''), '/x.zip'))).toBe(1);
  });
  test.each([
    ['another archive', zip({ 'a.txt': 'x' })],
    ['none', Buffer.from('PK\u0003\u0004')],
    ['text', Buffer.from('x')],
  ])('not: %s', (_name, bytes) => {
    expect(docxReader.recognizes(source(bytes, '/x.docx'))).toBe(0);
  });
});

describe('refused', () => {
  test('a file without text', async () => {
    expect(await refusal(docxReader, docx(p()))).toMatch(/no text in this Word file/u);
  });
  test('entities, with the part and without reading anything', async () => {
    const bomb =
      '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w">&b;</w:document>';
    expect(await refusal(docxReader, zip({ 'word/document.xml': bomb }))).toMatch(
      /‘word\/document.xml’: A document type definition/u,
    );
  });
  test('elements nested too deep', async () => {
    expect(await refusal(docxReader, docx('<w:p>'.repeat(50_000)))).toMatch(/more than 200 deep/u);
  });
  test('a packed bomb', async () => {
    const bomb = zip({ 'word/document.xml': new Uint8Array(100 * 1024 * 1024) });
    const began = performance.now();
    expect(await refusal(docxReader, bomb)).toMatch(/‘word\/document.xml’/u);
    expect(performance.now() - began).toBeLessThan(500);
  });
  test('a file cut off', async () => {
    expect(await refusal(docxReader, docx(p(r('x'))).subarray(0, 300))).toMatch(/cut off/u);
  });
  test('XML that is not well-formed', async () => {
    expect(await refusal(docxReader, docx('<w:p></w:r>'))).toMatch(
      /‘word\/document.xml’: This is not well-formed/u,
    );
  });
});

test('reading a long file stops when it shall, within a few turns', async () => {
  const stop = new AbortController();
  const words = Array.from({ length: 200_000 }, (_, i) => p(r(`Words ${i * 7919} of a sentence.`)));
  const file = source(docx(words.join('')));
  setTimeout(() => stop.abort(), 20);
  const began = performance.now();
  await expect(docxReader.read(file, {}, { ...QUIET, signal: stop.signal })).rejects.toThrow(
    /abort/iu,
  );
  expect(performance.now() - began).toBeLessThan(1_500);
});

test('changed files are read or refused', async () => {
  const bytes = Buffer.from(
    documentXml(
      styled('a', 'One') +
        p(r('two'), '<w:r><w:footnoteReference w:id="1"/><w:br w:type="page"/></w:r>') +
        `<w:tbl><w:tr>${tc(p(r('x')))}</w:tr></w:tbl>`,
    ),
  );
  const notes = Buffer.from(
    `<w:footnotes ${W}><w:footnote w:id="1">${p(r('n'))}</w:footnote></w:footnotes>`,
  );
  const whole = docx(p(r('x')));
  await fuzz(docxReader, [bytes, notes, whole], (changed, seed) => {
    if (seed === 2) return changed;
    const part =
      seed === 0
        ? { 'word/document.xml': changed }
        : { 'word/document.xml': bytes, 'word/footnotes.xml': changed };
    return zip(part);
  });
});

describe.skipIf(!hasCorpus)('real files (skipped where the corpora are absent)', () => {
  const files = ['docx-mammoth', 'docx-python-docx'].flatMap((folder) =>
    hasCorpus ? readdirSync(join(CORPUS, folder)).map((name) => `${folder}/${name}`) : [],
  );
  /** Words and other signs, without blanks and the marks of notes. */
  const signs = (text: string) => text.replace(/\[\d+\]/gu, '').replace(/\s+/gu, '');

  test.each(files.filter((file) => file.endsWith('.docx')))(
    '%s has the words that mammoth reads',
    async (file) => {
      const bytes = readFileSync(join(CORPUS, file));
      const { value } = await mammoth.extractRawText({ buffer: bytes });
      if (value.trim() === '') expect(await refusal(docxReader, bytes)).toMatch(/no text/u);
      else {
        const { text, problems } = await readOne(docxReader, bytes);
        const body = text.replace(/\n\[\d+\][\s\S]*$/u, '');
        expect(signs(body)).toBe(signs(value));
        expect(problems.filter((problem) => !/comments?/u.test(problem))).toEqual([]);
      }
    },
  );
});
