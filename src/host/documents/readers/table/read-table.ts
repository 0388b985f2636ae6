import type { ApiError } from '#api/problem.ts';
import { chosenRoles } from '#core/documents/table/column-options.ts';
import { lookAtColumns } from '#core/documents/table/column-roles.ts';
import type { Table } from '#core/documents/table/table.ts';
import { tableDataset } from '#core/documents/table/table-dataset.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { FormatOptions } from '#core/formats/format.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { DocumentSource, Reading } from '../document-reader.ts';
import { fileName } from '../one-document.ts';
import { turns } from '../turns.ts';

/** More rows are not made documents of. */
export const MAX_ROWS = 100_000;

/** The refusal of a table with more rows. */
export function tooManyRows(file: string): ApiError {
  const most = MAX_ROWS.toLocaleString('en');
  const message = `This table has more than ${most} rows; each would become a document. Split it into several files.`;
  return { code: 'refused', message, place: { file } };
}

/** Makes documents of the rows of a table, as the options say. Fails where no row has text. */
export async function readTable(
  source: DocumentSource,
  table: Table,
  options: FormatOptions,
  reading: Reading,
): Promise<Result<Dataset, ApiError>> {
  const place = { file: source.path };
  const roles = chosenRoles(lookAtColumns(table), options);
  if (!roles.includes('text')) {
    const message = 'No column is the text. Choose one.';
    return err({ code: 'refused', message, place });
  }
  const turn = turns(reading);
  const steps = tableDataset(table, roles, source.path, fileName(source.path));
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      if (step.value.documents.length > 0) return ok(step.value);
      const message = 'No row of this table has text in the column that is chosen for it.';
      return err({ code: 'refused', message, place });
    }
    await turn();
  }
}
