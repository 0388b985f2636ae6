import { type Dataset, type DatasetDocument, IMPORTED } from '../../formats/dataset.ts';
import { schemaFromUse } from '../../formats/schema-from-use.ts';
import { newDocumentIds } from '../../formats/tokens/names-of-documents.ts';
import { ProblemList } from '../../formats/tokens/problem-list.ts';
import type { AttributeValue } from '../../model/attribute.ts';
import { type DocumentLabel, labelId } from '../../model/document-label.ts';
import { soundText } from '../sound-text.ts';
import type { ColumnRole } from './column-roles.ts';
import { type Cell, cellText, type Table } from './table.ts';

const LONGEST_NAME = 200;
/** Rows after which the caller may look at the clock. */
const STEP = 500;

/**
 * Makes a document of each row. Several columns of text are joined by a blank line. A row without text is
 * left out and told. Labels become a set of the annotator `imported`. Yields now and then.
 * @param file path of the table, for messages.
 * @param base name of the documents that have none, before their number.
 */
export function* tableDataset(
  table: Table,
  roles: readonly ColumnRole[],
  file: string,
  base: string,
): Generator<void, Dataset> {
  const problems = new ProblemList();
  const newId = newDocumentIds();
  const documents: DatasetDocument[] = [];
  for (const [i, row] of table.rows.entries()) {
    if (i % STEP === STEP - 1) yield;
    const { name: where, line } = table.place(i);
    const place = { file, id: where, ...(line === undefined ? {} : { line }) };
    const { text, replaced } = soundText(textOf(row, roles));
    if (text.trim() === '') {
      problems.add('no-text', `${capitalized(where)} has no text and is left out.`, place);
      continue;
    }
    for (const sentence of replaced) problems.add('characters', `In ${where}: ${sentence}`, place);
    const name = nameOf(row, roles) || `${base} ${i + 1}`;
    const records = labelsOf(table, row, roles);
    const metadata = metadataOf(table, row, roles);
    documents.push({
      id: newId(name),
      name,
      text,
      sets: records.length > 0 ? [{ annotator: IMPORTED, records }] : [],
      ...(metadata.length > 0 ? { metadata: Object.fromEntries(metadata) } : {}),
    });
  }
  return { name: base, schema: schemaFromUse(documents), documents, ...problems.field() };
}

function cellsOf(row: readonly Cell[], roles: readonly ColumnRole[], role: ColumnRole) {
  return roles.flatMap((own, column) => {
    const cell = row[column];
    return own === role && cell !== null && cell !== undefined ? [{ column, cell }] : [];
  });
}

function textOf(row: readonly Cell[], roles: readonly ColumnRole[]): string {
  return cellsOf(row, roles, 'text')
    .map(({ cell }) => cellText(cell))
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

function nameOf(row: readonly Cell[], roles: readonly ColumnRole[]): string {
  const names = cellsOf(row, roles, 'name').map(({ cell }) => cellText(cell).trim());
  const name = names
    .filter((one) => one !== '')
    .join(' ')
    .replace(/\s+/gu, ' ');
  return soundText([...name.slice(0, 2 * LONGEST_NAME)].slice(0, LONGEST_NAME).join('')).text;
}

function metadataOf(table: Table, row: readonly Cell[], roles: readonly ColumnRole[]) {
  return cellsOf(row, roles, 'metadata').flatMap(({ column, cell }) => {
    const text = cellText(cell);
    return text.trim() === '' ? [] : [[table.columns[column] ?? '', soundText(text).text] as const];
  });
}

function labelsOf(
  table: Table,
  row: readonly Cell[],
  roles: readonly ColumnRole[],
): readonly DocumentLabel[] {
  return cellsOf(row, roles, 'label').flatMap(({ column, cell }) => {
    const name = table.columns[column] ?? '';
    const value = labelValue(cell);
    return value === undefined ? [] : [{ kind: 'label' as const, id: labelId(name), name, value }];
  });
}

/** A cell as the value of a label; `undefined` where it says nothing. */
function labelValue(cell: Exclude<Cell, null>): AttributeValue | undefined {
  if (typeof cell === 'string') return soundText(cell.trim()).text || undefined;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell === 'boolean') return cell;
  const values = [...new Set(cell.map((one) => soundText(one.trim()).text))].filter(
    (one) => one !== '',
  );
  return values.length > 0 ? values : undefined;
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
