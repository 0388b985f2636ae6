import type { AttributeValue } from '../../model/attribute.ts';
import { labelId } from '../../model/document-label.ts';
import { NOTE_ID } from '../../model/document-note.ts';
import { STATUS_ID, STATUSES } from '../../model/document-status.ts';
import type { Schema } from '../../model/schema.ts';
import type { ProblemList } from '../tokens/problem-list.ts';
import { type DocumentDraft, freeId } from './drafts.ts';
import type { Row } from './parse-table.ts';
import type { TableReading } from './read-options.ts';
import { readListRow, readSpanRow } from './read-span-row.ts';
import { type KnownTable, RowReader } from './row-reader.ts';
import type { TextStore } from './text-store.ts';

const ORDER = ['documents', 'lists', 'spans', 'relations', 'labels'] as const;

/** What reading a row needs. */
export interface RowContext {
  readonly table: KnownTable;
  readonly reader: RowReader;
  readonly store: TextStore;
  readonly reading: TableReading;
  readonly problems: ProblemList;
}

/** Reads all rows into the drafts of the store: documents first, since they may bring texts. */
export function readRows(
  tables: readonly KnownTable[],
  store: TextStore,
  reading: TableReading,
  schema: Schema,
  problems: ProblemList,
): void {
  for (const kind of ORDER) {
    for (const given of tables) {
      if (given.kind !== kind) continue;
      const table = withQuote(given, reading);
      const reader = new RowReader(table, reading, schema);
      const context = { table, reader, store, reading, problems };
      const ownText = table.roles.text !== undefined;
      for (const row of table.rows) {
        const draft = store.draftOf(table, reader, row, ownText);
        readRow(context, row, draft);
      }
    }
  }
}

/** A column `text` holds the words of the spans, unless they are longer or shorter than the spans are. */
function withQuote(table: KnownTable, reading: TableReading): KnownTable {
  const { text, quote, ...roles } = table.roles;
  const name = text === undefined ? '' : (table.columns[text] ?? '').toLowerCase();
  if (text === undefined || quote !== undefined || table.kind !== 'spans') return table;
  if (name !== 'text' || reading.chosen.text !== undefined) return table;
  const isQuote = table.rows.slice(0, 1000).every(({ cells }) => {
    const [from, to] = [roles.start, roles.end].map((i) => Number(cells[i ?? -1]));
    const length = (to ?? 0) - (from ?? 0) + reading.shift.end - reading.shift.start;
    const words = cells[text] ?? '';
    return Number.isNaN(length) || words.length === length || [...words].length === length;
  });
  return isQuote ? { ...table, roles: { ...roles, quote: text } } : table;
}

function readRow(context: RowContext, row: Row, draft: DocumentDraft): void {
  const { kind } = context.table;
  if (kind === 'documents') readDocumentRow(context, row, draft);
  else if (kind === 'labels') readLabelRow(context, row, draft);
  else if (draft.text === undefined) return;
  else if (kind === 'spans') readSpanRow(context, row, draft);
  else if (kind === 'lists') readListRow(context, row, draft);
  else readRelationRow(context, row, draft);
}

function readDocumentRow({ reader, problems }: RowContext, row: Row, draft: DocumentDraft): void {
  const whose = reader.cell(row, 'annotator');
  const status = reader.cell(row, 'status');
  const note = reader.cell(row, 'note');
  if (whose === '' && (status === '' || status === 'new') && note === '') return;
  const set = draft.setOf(whose);
  const name = reader.cell(row, 'annotatorName');
  if (name !== '') set.annotator = { ...set.annotator, name };
  if (note !== '') set.records.set(NOTE_ID, { kind: 'note', id: NOTE_ID, text: note });
  const at = reader.cell(row, 'statusAt');
  if (at === '') return;
  const known = STATUSES.find((one) => one === status);
  if (known && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u.test(at)) {
    set.records.set(STATUS_ID, { kind: 'status', id: STATUS_ID, status: known, at });
  } else {
    const message = `This is no status with its time: ‘${status.slice(0, 40)}’, ‘${at.slice(0, 40)}’.`;
    problems.add('bad-status', message, row.place);
  }
}

function readLabelRow({ reader, problems }: RowContext, row: Row, draft: DocumentDraft): void {
  const name = reader.cell(row, 'type');
  const value: AttributeValue | undefined = reader.labelValue(row, name);
  if (name === '' || name.length > 500) {
    problems.add('no-name', 'This document label has no name; it was left out.', row.place);
  } else if (value !== undefined) {
    const id = labelId(name);
    draft.setOf(reader.cell(row, 'annotator')).records.set(id, { kind: 'label', id, name, value });
  }
}

function readRelationRow(context: RowContext, row: Row, draft: DocumentDraft): void {
  const { reader, problems, table } = context;
  const set = draft.setOf(reader.cell(row, 'annotator'));
  const [from, to] = [reader.cell(row, 'from'), reader.cell(row, 'to')];
  const given = reader.cell(row, 'id');
  const report = (code: string, message: string) =>
    problems.add(code, message, { ...row.place, ...(given === '' ? {} : { id: given }) });
  const missing = [from, to].find((end) => set.records.get(end)?.kind !== 'span');
  if (missing !== undefined) {
    report(
      'no-end',
      `The relation names a span ‘${missing.slice(0, 60)}’ that was not read; it was left out.`,
    );
    return;
  }
  const type = table.roles.type === undefined ? 'related' : reader.cell(row, 'type');
  if (type === '' || type.length > 500) {
    report('no-name', 'The relation has no type; it was left out.');
    return;
  }
  const id = freeId(set, given, 'r');
  if (id === undefined) {
    report('same-id', `The id ‘${given.slice(0, 60)}’ is used twice; the first one counts.`);
    return;
  }
  const common = { attributes: reader.attributes(row, type), note: reader.cell(row, 'note') };
  set.records.set(id, { kind: 'relation', id, type, from, to, ...common });
}
