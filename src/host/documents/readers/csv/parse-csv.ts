import Papa from 'papaparse';
import type { Reading } from '../document-reader.ts';
import { turns } from '../turns.ts';

export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** Row, from 1, in which a quotation mark is opened that is never closed; `undefined` for none. */
  readonly openQuote: number | undefined;
  readonly hasMore: boolean;
}

/** UTF-16 code units parsed at once. */
const CHUNK = 4 * 1024 * 1024;
const DELIMITERS = [',', '\t', ';', '|'];
/** UTF-16 code units in which the delimiter is looked for. */
const HEAD = 64 * 1024;

/** The character between cells, judged by the first rows: the one that gives most rows equally many cells. */
export function findDelimiter(text: string): string {
  const head = text.slice(0, HEAD);
  const { meta } = Papa.parse(head, {
    preview: 20,
    skipEmptyLines: true,
    delimitersToGuess: DELIMITERS,
  });
  return meta.delimiter || ',';
}

/**
 * Parses delimiter-separated rows (RFC 4180): cells exactly as they are, line ends inside quotes included.
 * @param most rows; `hasMore` tells whether there are more.
 */
export async function parseCsv(
  text: string,
  delimiter: string,
  reading: Reading,
  most: number,
): Promise<CsvRows> {
  const turn = turns(reading);
  const rows: (readonly string[])[] = [];
  let openQuote: number | undefined;
  let done = 0;
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter,
      chunkSize: CHUNK,
      complete: () => resolve(),
      chunk: ({ data, errors }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        const open = errors.find(({ code }: Papa.ParseError) => code === 'MissingQuotes');
        if (open) openQuote ??= rows.length + (open.row ?? 0) + 1;
        for (const row of data) rows.push(row);
        done += CHUNK;
        reading.progress(Math.min(done, text.length), text.length);
        if (reading.signal.aborted) {
          // Before `abort`, which completes.
          reject(reading.signal.reason);
          parser.abort();
          return;
        }
        if (rows.length > most) {
          parser.abort();
          resolve();
          return;
        }
        const waiting = turn();
        if (!waiting) return;
        parser.pause();
        waiting.then(
          () => parser.resume(),
          (error: unknown) => {
            reject(error);
            parser.abort();
          },
        );
      },
    });
  });
  return { rows: rows.slice(0, most), openQuote, hasMore: rows.length > most };
}
