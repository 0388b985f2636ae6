import type { ApiError } from '#api/problem.ts';
import { isJsonRecord, isTooDeep, type JsonRecord } from '#core/documents/table/json-rows.ts';
import { err, ok, type Result } from '#core/result.ts';
import { linesOf } from '#core/text/lines.ts';
import type { Reading } from '../document-reader.ts';
import { turns } from '../turns.ts';

/** A record with its place: the line of JSON Lines, or its number in a list, from 1. */
export interface PlacedRecord {
  readonly record: JsonRecord;
  readonly number: number;
}

export interface Records {
  readonly records: readonly PlacedRecord[];
  /** Whether each record is a line of its own. */
  readonly isLines: boolean;
  readonly hasMore: boolean;
}

/**
 * Reads JSON Lines (an object a line; blank lines are passed over) or a JSON list of objects.
 * Fails with the line of what is no JSON, no object, or nested too deep.
 * @param most records are read.
 */
export async function parseRecords(
  text: string,
  file: string,
  most: number,
  reading: Reading,
): Promise<Result<Records, ApiError>> {
  return /^\s*\[/u.test(text.slice(0, 10_000))
    ? parseList(text, file, most)
    : parseLines(text, file, most, reading);
}

async function parseLines(
  text: string,
  file: string,
  most: number,
  reading: Reading,
): Promise<Result<Records, ApiError>> {
  const turn = turns(reading);
  const records: PlacedRecord[] = [];
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, end);
    at = end + 1;
    number++;
    if (line.trim() === '') continue;
    if (records.length >= most) return ok({ records, isLines: true, hasMore: true });
    const record = recordOf(line, file, number);
    if (!record.ok) return record;
    records.push({ record: record.value, number });
    if (number % 200 === 0) reading.progress(at, text.length);
    await turn();
  }
  return ok({ records, isLines: true, hasMore: false });
}

function recordOf(json: string, file: string, line: number): Result<JsonRecord, ApiError> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const column = positionIn(error);
    const place = { file, line, ...(column === undefined ? {} : { column: column + 1 }) };
    return err({ code: 'invalid-file', message: 'This line is not valid JSON.', place });
  }
  return checked(value, { file, line }, 'In this line');
}

function checked(
  value: unknown,
  place: ApiError['place'] & object,
  where: string,
): Result<JsonRecord, ApiError> {
  if (!isJsonRecord(value)) {
    const message = `${where} is no object in braces, of which a document could be made.`;
    return err({ code: 'invalid-file', message, place });
  }
  if (!isTooDeep(value)) return ok(value);
  const message = `${where}, lists and objects are nested more than 200 deep.`;
  return err({ code: 'invalid-file', message, place });
}

function parseList(text: string, file: string, most: number): Result<Records, ApiError> {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    const at = positionIn(error);
    const place = { file, ...(at === undefined ? {} : linesOf(text).placeOf(at)) };
    return err({ code: 'invalid-file', message: 'This is not valid JSON.', place });
  }
  const records: PlacedRecord[] = [];
  for (const [i, value] of (Array.isArray(list) ? list : []).slice(0, most).entries()) {
    const record = checked(value, { file, path: `[${i}]` }, `At [${i}]`);
    if (!record.ok) return record;
    records.push({ record: record.value, number: i + 1 });
  }
  return ok({ records, isLines: false, hasMore: Array.isArray(list) && list.length > most });
}

/** Where V8 says that JSON is not valid; it does not always say. */
function positionIn(error: unknown): number | undefined {
  const position = /position (\d+)/u.exec(String(error))?.[1];
  return position === undefined ? undefined : Number(position);
}
