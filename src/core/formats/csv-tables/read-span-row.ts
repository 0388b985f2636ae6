import { normalizeRanges, type Range, type Ranges } from '../../model/range.ts';
import { quotesOf } from '../../text/quote.ts';
import { GAP } from './cell.ts';
import { type DocumentDraft, freeId } from './drafts.ts';
import { readList } from './lists.ts';
import type { Row } from './parse-table.ts';
import { unitNamed } from './read-options.ts';
import type { RowContext } from './read-rows.ts';

/** Type of spans of tables that have no column of types. */
const NO_TYPE = 'Span';

/** Reads a row that is one span. A row without offsets and type says that the document has none. */
export function readSpanRow(context: RowContext, row: Row, draft: DocumentDraft): void {
  const { reader, table } = context;
  const cell = (role: Parameters<typeof reader.cell>[1]) => reader.cell(row, role);
  const set = draft.setOf(cell('annotator'));
  const ranges = cell('ranges') || `${cell('start').trim()}-${cell('end').trim()}`;
  const type = table.roles.type === undefined ? NO_TYPE : cell('type');
  const given = cell('id');
  const report = (code: string, message: string) => {
    context.store.failed++;
    const id = given === '' ? {} : { id: given.slice(0, 100) };
    context.problems.add(code, message, { ...row.place, ...id });
  };
  if (ranges === '-' && (type === '' || table.roles.type === undefined)) return;
  if (type === '' || type.length > 500) {
    report('no-name', 'The span has no type; it was left out.');
    return;
  }
  const found = rangesOf(context, row, draft, ranges);
  if (typeof found === 'string') {
    report('bad-range', `${found} The span was left out.`);
    return;
  }
  const quote = cell('quote');
  const words = quotesOf(draft.text ?? '', found).join(GAP);
  if (quote !== '' && quote !== words && plain(quote) !== plain(words)) {
    const [said, has] = [quote, words].map((one) => one.slice(0, 60));
    report(
      'other-words',
      `Its words are given as ‘${said}’, but the text has ‘${has}’ there. The span was left out.`,
    );
    return;
  }
  const id = freeId(set, given, 's');
  if (id === undefined || id.length > 600) {
    report('same-id', `The id ‘${given.slice(0, 60)}’ is used twice; the first one counts.`);
    return;
  }
  context.store.spans++;
  const common = { attributes: reader.attributes(row, type), note: cell('note') };
  set.records.set(id, { kind: 'span', id, type, ranges: found, ...common });
}

/** Blanks are often changed on the way into a table, and quote marks of spreadsheets lost. */
function plain(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

function rangesOf(
  { reader, reading }: RowContext,
  row: Row,
  draft: DocumentDraft,
  cell: string,
): Ranges | string {
  const unit = unitNamed(reader.cell(row, 'unit')) ?? reading.unit;
  const places = draft.placesIn(unit);
  const ranges: Range[] = [];
  for (const part of cell.trim().split(/[\s,;]+/u)) {
    const [, start, end] = /^(-?\d+(?:\.0+)?)-(-?\d+(?:\.0+)?)$/u.exec(part) ?? [];
    if (start === undefined || end === undefined) {
      return `‘${part.slice(0, 40)}’ is not a start and an end.`;
    }
    const { shift } = reading;
    const range = places.rangeOf(Number(start) + shift.start, Number(end) + shift.end);
    if (typeof range === 'string') return range;
    ranges.push(range);
  }
  return normalizeRanges(ranges) ?? 'It has no range.';
}

/** Reads a row that holds a text and the list of its spans. */
export function readListRow(context: RowContext, row: Row, draft: DocumentDraft): void {
  const { reader, table, reading, problems, store } = context;
  const set = draft.setOf(reader.cell(row, 'annotator'));
  const column = table.roles.list ?? -1;
  const cell = row.cells[column] ?? '';
  const listed = readList(cell);
  const place = { ...row.place, id: (table.columns[column] ?? '').slice(0, 100) };
  if (!listed) {
    store.failed++;
    const message = `This is no list of positions or spans: ‘${cell.slice(0, 40)}’.`;
    problems.add('bad-range', message, place);
    return;
  }
  const places = draft.placesIn(reading.unit);
  const own = table.roles.type === undefined ? '' : reader.cell(row, 'type');
  for (const { start, end, label } of listed) {
    const shift = label === undefined ? reading.shift.start : 0;
    const range = places.rangeOf(moved(start, shift), moved(end, shift));
    if (typeof range === 'string') {
      store.failed++;
      problems.add('bad-range', `${range} The span was left out.`, place);
      continue;
    }
    store.spans++;
    const id = freeId(set, '', 's') ?? '';
    const type = label || own || NO_TYPE;
    const attributes = reader.attributes(row, type);
    set.records.set(id, { kind: 'span', id, type, ranges: [range], attributes, note: '' });
  }
}

function moved(position: unknown, by: number): unknown {
  return typeof position === 'number' ? position + by : position;
}
