import { describe, expect, test } from 'vitest';
import { xlsxReader } from '#host/documents/readers/xlsx/read-xlsx.ts';
import { fuzz } from './fuzz.ts';
import { QUIET, readAll, refusal, source } from './kit.ts';
import { makeXlsx, sheetXml } from './make-xlsx.ts';
import { zip } from './zip.ts';

const s = (cell: string, index: number) => `<c r="${cell}" t="s"><v>${index}</v></c>`;
const inline = (cell: string, text: string) =>
  `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`;
const STRINGS = [
  '<si><t>id</t></si>',
  '<si><t>text</t></si>',
  '<si><r><t>Rich </t></r><r><rPr><b/></rPr><t xml:space="preserve">text here </t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si>',
  '<si><t>date</t></si>',
].join('');
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs>';
const ROWS = [
  `<row r="1">${s('A1', 0)}${s('B1', 1)}${s('D1', 3)}</row>`,
  `<row r="2"><c r="A2"><v>1</v></c>${s('B2', 2)}<c r="D2" s="1"><v>44197</v></c></row>`,
  '<row r="3"/>',
  `<row r="4"><c r="A4"><v>0.30000000000000004</v></c>${inline('B4', 'Inline &amp; text of this row')}<c r="C4" t="b"><v>1</v></c><c r="D4" s="2"><v>44197.5</v></c></row>`,
  '<row r="9"><c r="A9"><f>1+1</f><v>2</v></c><c r="C9" t="e"><v>#N/A</v></c></row>',
].join('');
const BOOK = makeXlsx({
  sheets: {
    '-secret': `<row><c t="inlineStr"><is><t>hidden</t></is></c></row>`,
    Data: ROWS,
    Empty: '',
  },
  strings: STRINGS,
  styles: STYLES,
});

test('a row is a document; cells as they are shown, dates as ISO 8601', async () => {
  const { documents, problems } = await readAll(xlsxReader, source(BOOK));
  expect(documents.map(({ name, text, metadata }) => [name, text, metadata])).toEqual([
    ['1', 'Rich text here ', { date: '2021-01-01' }],
    ['0.3', 'Inline & text of this row', { 'Column 3': 'TRUE', date: '2021-01-01T12:00:00' }],
  ]);
  expect(problems?.map(({ message }) => message)).toEqual(['Row 9 has no text and is left out.']);
});

test('a choice of the sheet, those that can be seen first; it changes the columns', async () => {
  const options = await xlsxReader.optionsFor?.(source(BOOK), QUIET);
  if (!options?.ok) throw new Error('no options');
  expect(options.value.map(({ id }) => id)).toEqual([
    'sheet',
    'header',
    'column.id',
    'column.text',
    'column.Column 3',
    'column.date',
  ]);
  expect(options.value[0]).toMatchObject({
    default: '1',
    choices: [{ name: 'Data' }, { name: 'Empty' }, { name: '-secret' }],
  });
  const others = await xlsxReader.optionsFor?.(source(BOOK), QUIET, { sheet: '3' });
  expect(others?.ok && others.value.map(({ id }) => id)).toEqual([
    'sheet',
    'header',
    'column.Column 1',
  ]);
  const { documents } = await readAll(xlsxReader, source(BOOK), { sheet: '3', header: 'no' });
  expect(documents.map(({ text }) => text)).toEqual(['hidden']);
});

test('days may count from 1904', async () => {
  const rows = `<row>${inline('A1', 'Some text here')}<c r="B1" s="1"><v>0</v></c></row>`;
  const book = makeXlsx({ sheets: { a: rows }, styles: STYLES, workbookPr: 'date1904="1"' });
  const { documents } = await readAll(xlsxReader, source(book), { header: 'no' });
  expect(documents[0]?.metadata).toEqual({ 'Column 2': '1904-01-01' });
});

describe('refused', () => {
  test('a bomb of entities, with its part', async () => {
    const bomb = zip({ 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' });
    expect(await refusal(xlsxReader, bomb)).toMatch(/‘xl\/workbook.xml’.*DTD/u);
  });
  test('no sheet, no text', async () => {
    expect(await refusal(xlsxReader, makeXlsx({ sheets: {} }))).toMatch(/no sheet/u);
    expect(await refusal(xlsxReader, makeXlsx({ sheets: { a: '' } }))).toMatch(
      /No column is the text/u,
    );
  });
  test('more rows than documents', async () => {
    const rows = Array.from({ length: 100_002 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join(
      '',
    );
    expect(await refusal(xlsxReader, makeXlsx({ sheets: { a: rows } }))).toMatch(
      /more than 100,000 rows/u,
    );
  });
});

test('a cell far away does not fill the memory', async () => {
  const rows = Array.from(
    { length: 3_000 },
    (_, i) =>
      `<row r="${i + 1}">${inline(`A${i + 1}`, `text ${i}`)}<c r="XFD${i + 1}"><v>1</v></c></row>`,
  ).join('');
  const read = await xlsxReader.read(source(makeXlsx({ sheets: { a: rows } })), {}, QUIET);
  expect(read.ok).toBe(false);
});

test('recognised by its parts', () => {
  expect(xlsxReader.recognizes(source(BOOK, '/x.zip'))).toBe(1);
  expect(xlsxReader.recognizes(source(zip({ 'word/document.xml': '' }), '/x.xlsx'))).toBe(0);
});

test('changed workbooks are read or refused', async () => {
  const parts = [
    Buffer.from(sheetXml(ROWS)),
    Buffer.from(`<sst>${STRINGS}</sst>`),
    Buffer.from(BOOK),
  ];
  await fuzz(xlsxReader, parts, (changed, seed) => {
    if (seed === 2) return changed;
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    return zip({
      'xl/workbook.xml': `<workbook xmlns:r="${rel}"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${rel}/worksheet" Target="s.xml"/><Relationship Id="r2" Type="${rel}/sharedStrings" Target="t.xml"/></Relationships>`,
      'xl/s.xml': seed === 0 ? changed : sheetXml(ROWS),
      'xl/t.xml': seed === 1 ? changed : `<sst>${STRINGS}</sst>`,
    });
  });
});
