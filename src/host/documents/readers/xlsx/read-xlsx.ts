import type { FormatOption } from '#api/calls/exports.ts';
import type { ApiError } from '#api/problem.ts';
import { columnOptions } from '#core/documents/table/column-options.ts';
import { lookAtColumns } from '#core/documents/table/column-roles.ts';
import { tableOf } from '#core/documents/table/header-row.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { FormatOptions } from '#core/formats/format.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { DocumentReader, DocumentSource, Reading } from '../document-reader.ts';
import { archivePaths } from '../office/archive-paths.ts';
import { headerOption } from '../table/header-option.ts';
import { MAX_ROWS, readTable, tooManyRows } from '../table/read-table.ts';
import { openWorkbook, type Workbook } from './open-workbook.ts';

/** Excel workbooks: a document per row of one sheet. */
export const xlsxReader: DocumentReader = {
  id: 'xlsx',
  name: 'Excel workbook',
  description:
    'Each row of a sheet becomes a document. You choose the sheet, which column is the text, and which are kept as metadata or document labels. Dates are read as 2020-12-31.',
  extensions: ['xlsx', 'xlsm'],
  recognizes: ({ bytes }) => {
    const paths = archivePaths(bytes);
    return paths.has('xl/workbook.xml') ? 1 : 0;
  },
  optionsFor: readOptions,
  read: readXlsx,
};

/** Rows from which columns are suggested; one more than are looked at, for the header. */
const LOOKED_AT = 1_001;

async function readOptions(
  source: DocumentSource,
  reading: Reading,
  chosen: FormatOptions = {},
): Promise<Result<readonly FormatOption[], ApiError>> {
  const workbook = await openWorkbook(source, reading);
  if (!workbook.ok) return workbook;
  const first = await firstSheet(workbook.value);
  if (!first.ok) return first;
  const { sheets } = workbook.value;
  const sheet = sheetOption(sheets, first.value);
  const read = await workbook.value.readSheet(pathOf(sheets, sheet, chosen), LOOKED_AT);
  if (!read.ok) return read;
  const { rows, numbers } = read.value;
  const { option, hasHeader } = headerOption(rows, chosen);
  return ok([sheet, option, ...columnOptions(lookAtColumns(tableOf(rows, hasHeader, numbers)))]);
}

type Sheets = Workbook['sheets'];

/** Number of the first sheet that has rows, as text; 0 where none has. */
async function firstSheet(workbook: Workbook): Promise<Result<string, ApiError>> {
  for (const [i, { path }] of workbook.sheets.entries()) {
    const sheet = await workbook.readSheet(path, 1);
    if (!sheet.ok) return sheet;
    if (sheet.value.rows.length > 0) return ok(String(i + 1));
  }
  return ok('1');
}

function sheetOption(sheets: Sheets, first: string): FormatOption {
  return {
    id: 'sheet',
    name: 'Sheet',
    description: 'The sheet whose rows become documents.',
    choices: sheets.map(({ name }, i) => ({ value: String(i + 1), name })),
    default: first,
  };
}

function pathOf(sheets: Sheets, option: FormatOption, chosen: FormatOptions): string {
  const sheet = sheets[Number(chosen['sheet'] ?? option.default) - 1];
  return (sheet ?? sheets[Number(option.default) - 1])?.path ?? '';
}

async function readXlsx(
  source: DocumentSource,
  options: FormatOptions,
  reading: Reading,
): Promise<Result<Dataset, ApiError>> {
  const workbook = await openWorkbook(source, reading);
  if (!workbook.ok) return workbook;
  const first = await firstSheet(workbook.value);
  if (!first.ok) return first;
  const { sheets } = workbook.value;
  const path = pathOf(sheets, sheetOption(sheets, first.value), options);
  const sheet = await workbook.value.readSheet(path, MAX_ROWS + 1);
  if (!sheet.ok) return sheet;
  const { rows, numbers, isCut } = sheet.value;
  if (isCut) return err(tooManyRows(source.path));
  const { hasHeader } = headerOption(rows, options);
  return readTable(source, tableOf(rows, hasHeader, numbers), options, reading);
}
