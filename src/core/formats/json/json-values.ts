import type { Place } from '../../problem.ts';
import { err, ok, type Result } from '../../result.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { linesIn, withoutMark } from '../tokens/lines-in.ts';

/** A value of a file of JSON or JSON Lines. */
export interface JsonValue {
  readonly value: unknown;
  /** As it stands in the file, without white space around; empty for a part of a list. */
  readonly raw: string;
  readonly place: Place;
}

/** Values nested deeper are refused before anything is made of them. */
const MAX_DEPTH = 200;

const IN_STRING = /["\\]/g;
const OUTSIDE = /["[\]{}]/g;

/** Counts brackets outside of strings; goes on from line to line. */
class Depth {
  depth = 0;
  deepest = 0;
  #inString = false;

  /** @returns whether a value that began has ended. */
  read(text: string): boolean {
    let at = 0;
    while (at < text.length) {
      const found = search(this.#inString ? IN_STRING : OUTSIDE, text, at);
      if (found < 0) break;
      const character = text[found];
      at = found + 1;
      if (this.#inString) {
        if (character === '\\') at++;
        else this.#inString = false;
      } else if (character === '"') this.#inString = true;
      else if (character === '[' || character === '{') {
        this.deepest = Math.max(this.deepest, ++this.depth);
      } else this.depth--;
    }
    return this.depth <= 0 && !this.#inString;
  }
}

function search(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

/**
 * Reads all values of a file: one in each line, or written over several lines, one after the other. Where
 * the file is one list, its items are the values. Fails with the line at which a broken value starts.
 */
export function readJsonValues(file: SourceFile): Result<readonly JsonValue[], FormatError> {
  if (!('text' in file)) {
    const place = { file: file.path };
    return err({ code: 'invalid-file', message: 'This file is not text.', place });
  }
  const values: JsonValue[] = [];
  let lines: string[] = [];
  let first = 1;
  let depth = new Depth();
  for (const { text, number } of linesIn(withoutMark(file.text))) {
    if (lines.length === 0 && text.trim() === '') continue;
    if (lines.length === 0) first = number;
    lines.push(text);
    const isWhole = depth.read(text);
    if (depth.deepest > MAX_DEPTH) return tooDeep({ file: file.path, line: first });
    if (!isWhole) continue;
    const value = parse(lines.join('\n'), { file: file.path, line: first });
    if (!value.ok) return value;
    values.push(value.value);
    lines = [];
    depth = new Depth();
  }
  if (lines.length > 0) {
    const value = parse(lines.join('\n'), { file: file.path, line: first });
    if (!value.ok) return value;
    values.push(value.value);
  }
  const [only] = values;
  if (values.length !== 1 || !only || !Array.isArray(only.value)) return ok(values);
  const items: readonly unknown[] = only.value;
  const place = (i: number): Place => ({ file: file.path, path: `[${i}]` });
  return ok(items.map((value, i) => ({ value, raw: '', place: place(i) })));
}

function tooDeep(place: Place): Result<never, FormatError> {
  const message = `Lists and objects are nested more than ${MAX_DEPTH} deep.`;
  return err({ code: 'invalid-file', message, place });
}

function parse(text: string, place: Place): Result<JsonValue, FormatError> {
  try {
    const value: unknown = JSON.parse(text);
    return ok({ value, raw: text.trim(), place });
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 120);
    const message = `This is not valid JSON (${reason}).`;
    return err({ code: 'invalid-file', message, place });
  }
}

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
