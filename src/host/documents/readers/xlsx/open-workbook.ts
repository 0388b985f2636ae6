import type { ApiError } from '#api/problem.ts';
import { readRelationships, relationshipsPath } from '#core/documents/office/relationships.ts';
import type { CellStyles } from '#core/documents/xlsx/cell-value.ts';
import { SheetReader } from '#core/documents/xlsx/sheet.ts';
import {
  SharedStringsReader,
  StylesReader,
  WorkbookReader,
} from '#core/documents/xlsx/workbook.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { DocumentSource, Reading } from '../document-reader.ts';
import { type Archive, inPart, openArchive } from '../office/archive.ts';
import { readPart } from '../office/read-part.ts';

export interface Workbook {
  /** Those that can be seen first. */
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  /** Reads the first rows of a sheet. */
  readSheet(path: string, mostRows: number): Promise<Result<SheetReader, ApiError>>;
}

/** Opens a workbook: sheets, shared texts and formats. Fails where a part is missing or damaged. */
export async function openWorkbook(
  { path: file, bytes }: DocumentSource,
  reading: Reading,
): Promise<Result<Workbook, ApiError>> {
  const archive = openArchive(file, bytes);
  if (!archive.ok) return archive;
  const root = targetsOf(archive.value, '', file);
  if (!root.ok) return root;
  const main =
    root.value.find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const workbook = new WorkbookReader();
  const read = await readPart(archive.value, main, file, workbook, reading);
  if (!read.ok) return read;
  const targets = targetsOf(archive.value, main, file);
  if (!targets.ok) return targets;
  const pathOf = (kind: string) => targets.value.find((one) => one.kind === kind)?.target;

  const strings = new SharedStringsReader();
  const styles = new StylesReader();
  for (const [kind, handlers] of [
    ['sharedStrings', strings],
    ['styles', styles],
  ] as const) {
    const path = pathOf(kind);
    if (path === undefined || !archive.value.has(path)) continue;
    const part = await readPart(archive.value, path, file, handlers, reading);
    if (!part.ok) return part;
  }
  const sheets = workbook.sheets
    .flatMap((sheet) => {
      const path = targets.value.find(({ id }) => id === sheet.relationship)?.target;
      return path !== undefined && archive.value.has(path) ? [{ ...sheet, path }] : [];
    })
    .sort((a, b) => Number(a.isHidden) - Number(b.isHidden));
  if (sheets.length === 0) {
    const message = 'There is no sheet in this workbook. It is damaged.';
    return err({ code: 'invalid-file', message, place: { file } });
  }
  const look: CellStyles = styles.styles(workbook.is1904);
  return ok({
    sheets,
    async readSheet(path, mostRows) {
      const sheet = new SheetReader(strings.strings, look, mostRows);
      const part = await readPart(archive.value, path, file, sheet, reading);
      return part.ok ? ok(sheet) : part;
    },
  });
}

function targetsOf(archive: Archive, part: string, file: string) {
  const path = relationshipsPath(part);
  if (!archive.has(path)) return ok([]);
  const xml = archive.xml(path);
  if (!xml.ok) return xml;
  const read = readRelationships(xml.value, part, file);
  return read.ok ? read : err<ApiError>(inPart(read.error, path));
}
