import type { Cell } from './table.ts';

/** Deeper values are refused: they could be read, but never be sent or written again. */
const MAX_DEPTH = 200;

/** A record of a JSON file, by key. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is an object with keys. */
export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether lists and objects are nested more than 200 deep. Without recursion. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null
        ? Object.values(one).filter((inner) => typeof inner === 'object' && inner !== null)
        : [],
    );
  }
  return false;
}

/** Collects the keys of records, in the order in which they are first seen. */
export class KeyList {
  readonly #places = new Map<string, number>();

  add(record: JsonRecord): void {
    for (const key of Object.keys(record)) {
      if (!this.#places.has(key)) this.#places.set(key, this.#places.size);
    }
  }

  get keys(): readonly string[] {
    return [...this.#places.keys()];
  }
}

/** The cells of a record, in the order of the keys. What is neither text, number nor list of texts is JSON. */
export function cellsOfRecord(record: JsonRecord, keys: readonly string[]): readonly Cell[] {
  return keys.map((key) => (Object.hasOwn(record, key) ? cellOf(record[key]) : null));
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  return JSON.stringify(value);
}
