import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { labelId } from '../../model/document-label.ts';
import { NOTE_ID } from '../../model/document-note.ts';
import type { JsonObject } from '../json/json-values.ts';
import { isObject } from '../json/json-values.ts';
import { OffsetPlaces, type OffsetUnit } from '../json/offset-units.ts';

/** Name of the document label that holds the categories of a text. */
export const CATEGORIES = 'cats';

/** Keys of text and labels in the order in which they are looked for; the last are of doccano's examples. */
const TEXTS = ['text', 'data', 'column_data'];
const LABELS = ['label', 'labels', 'column_label'];

export interface ReadLine {
  readonly text: string;
  readonly records: readonly AnnotationRecord[];
  /** Whether the line says anything about annotations, even that there are none. */
  readonly isAnnotated: boolean;
  /** Fields that were read; all others are metadata. */
  readonly used: ReadonlySet<string>;
  readonly problems: readonly LineProblem[];
}

export interface LineProblem {
  readonly code: string;
  readonly message: string;
  /** Inside of the line, such as `label[2]`. */
  readonly path: string;
}

/** Reads one record of doccano; `undefined` where it has no text. */
export function readLine(record: JsonObject, unit: OffsetUnit): ReadLine | undefined {
  const textKey = TEXTS.find((key) => typeof record[key] === 'string');
  const text = textKey === undefined ? undefined : record[textKey];
  return textKey === undefined || typeof text !== 'string'
    ? undefined
    : new LineReader(record, text, unit).read(textKey);
}

class LineReader {
  readonly #record: JsonObject;
  readonly #text: string;
  readonly #places: OffsetPlaces;
  readonly #records: AnnotationRecord[] = [];
  /** Record ids of spans by the ids of the file. */
  readonly #spans = new Map<string, string>();
  readonly #categories: string[] = [];
  readonly #problems: LineProblem[] = [];

  constructor(record: JsonObject, text: string, unit: OffsetUnit) {
    this.#record = record;
    this.#text = text;
    this.#places = new OffsetPlaces(text, unit);
  }

  read(textKey: string): ReadLine {
    const used = new Set([textKey]);
    const list = (key: string): readonly unknown[] => {
      const value = this.#record[key];
      if (value === undefined || value === null) return [];
      used.add(key);
      return Array.isArray(value) ? value : [value];
    };
    for (const key of [...LABELS, 'entities']) {
      for (const [i, item] of list(key).entries()) this.#readLabel(item, `${key}[${i}]`);
    }
    for (const [i, item] of list('cats').entries()) this.#readLabel(item, `cats[${i}]`);
    for (const [i, item] of list('relations').entries()) this.#readRelation(item, i);
    this.#readComments(list('Comments'));
    const [first, ...more] = this.#categories;
    if (first !== undefined) {
      const value = more.length === 0 ? first : [first, ...more];
      this.#records.push({ kind: 'label', id: labelId(CATEGORIES), name: CATEGORIES, value });
    }
    const isAnnotated = used.size > 1 || this.#records.length > 0;
    return {
      text: this.#text,
      records: this.#records,
      isAnnotated,
      used,
      problems: this.#problems,
    };
  }

  #report(path: string, message: string, code = 'bad-span'): void {
    this.#problems.push({ code, message, path });
  }

  #readLabel(item: unknown, path: string): void {
    if (typeof item === 'string') {
      if (item === '') this.#report(path, 'The category is empty; it was left out.', 'no-name');
      else this.#categories.push(item);
    } else if (Array.isArray(item)) this.#addSpan(item[0], item[1], item[2], undefined, path);
    else if (isObject(item)) {
      const { id, label } = item;
      this.#addSpan(item['start_offset'], item['end_offset'], label, id, path);
    } else this.#report(path, 'This is neither a span nor a category; it was left out.');
  }

  #addSpan(start: unknown, end: unknown, label: unknown, fileId: unknown, path: string): void {
    const range = this.#places.rangeOf(start, end);
    if (typeof range === 'string') {
      this.#report(path, `${range} The span was left out.`);
      return;
    }
    if (typeof label !== 'string' || label === '') {
      this.#report(path, 'The span has no label; it was left out.', 'no-name');
      return;
    }
    const id = `s${this.#spans.size + 1}`;
    const key = fileId === undefined ? `\n${id}` : String(fileId);
    if (this.#spans.has(key)) {
      this.#report(path, `Two spans have the id ‘${key}’; the first one counts.`);
      return;
    }
    this.#spans.set(key, id);
    const common = { id, type: label, attributes: {}, note: '' };
    this.#records.push({ kind: 'span', ...common, ranges: [range] });
  }

  #readRelation(item: unknown, index: number): void {
    const path = `relations[${index}]`;
    if (!isObject(item)) {
      this.#report(path, 'This is no relation; it was left out.');
      return;
    }
    const { type } = item;
    const [from, to] = [item['from_id'], item['to_id']].map((id) => this.#spans.get(String(id)));
    if (from === undefined || to === undefined) {
      const message = 'The relation names a span that was not read; it was left out.';
      this.#report(path, message, 'no-end');
      return;
    }
    if (typeof type !== 'string' || type === '') {
      this.#report(path, 'The relation has no type; it was left out.', 'no-name');
      return;
    }
    const id = `r${index + 1}`;
    this.#records.push({ kind: 'relation', id, type, from, to, attributes: {}, note: '' });
  }

  #readComments(comments: readonly unknown[]): void {
    const texts = comments.map((comment) =>
      isObject(comment) && typeof comment['text'] === 'string' ? comment['text'] : comment,
    );
    const kept = texts.filter((text) => typeof text === 'string');
    if (kept.length < texts.length) {
      this.#report('Comments', 'A comment that is no text was left out.', 'no-text');
    }
    const text = kept.join('\n');
    if (text !== '') this.#records.push({ kind: 'note', id: NOTE_ID, text });
  }
}
