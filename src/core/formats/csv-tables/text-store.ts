import type { Place } from '../../problem.ts';
import { safeFileName } from '../file-name.ts';
import { DocumentDraft } from './drafts.ts';
import type { Row } from './parse-table.ts';
import type { KnownTable, RowReader } from './row-reader.ts';

interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Finds the text and the draft that a row of a table is about. */
export class TextStore {
  readonly #drafts = new Map<string, DocumentDraft>();
  /** Text files, by every name that a table may call them. */
  readonly #files = new Map<string, TextFile>();
  readonly #all: readonly TextFile[];
  readonly #only: TextFile | undefined;
  /** The draft of each file, by its path, under whatever name it was asked for first. */
  readonly #byPath = new Map<string, DocumentDraft>();
  readonly #places = new Map<string, Place>();
  /** Keys of documents by their texts, where nothing else tells them apart. */
  readonly #keys = new Map<string, string>();
  /** Spans that were read, and those that fit nowhere. */
  spans = 0;
  failed = 0;

  constructor(files: readonly TextFile[]) {
    this.#all = files;
    const nameOf = ({ path }: TextFile) => path.split(/[\\/]/u).at(-1) ?? path;
    for (const file of files) {
      for (const key of [nameOf(file), file.path]) this.#files.set(key, file);
    }
    // Last, since a file `a.txt.txt` is that of `a.txt`.
    for (const file of files) this.#files.set(stem(nameOf(file)), file);
    this.#only = files.length === 1 ? files[0] : undefined;
  }

  get size(): number {
    return this.#drafts.size;
  }

  drafts(): Iterable<DocumentDraft> {
    return new Set(this.#drafts.values());
  }

  /** Makes documents of the texts that no table names: they were given, so they are wanted. */
  addRest(): void {
    for (const file of this.#all) {
      if (this.#byPath.has(file.path)) continue;
      const key = stem(file.path.split(/[\\/]/u).at(-1) ?? file.path);
      this.#drafts.set(`\n${file.path}`, new DocumentDraft(key, file.text));
    }
  }

  /** Documents that have no text, with where they are first named. */
  *missing(): Generator<{ readonly key: string; readonly place: Place }> {
    for (const { key, text } of this.drafts()) {
      if (text === undefined) yield { key, place: this.#places.get(key) ?? {} };
    }
  }

  /** The draft of the row's document; with `ownText` the row holds its text. */
  draftOf(table: KnownTable, reader: RowReader, row: Row, ownText: boolean): DocumentDraft {
    const given = ownText ? reader.cell(row, 'text') : '';
    const key = reader.cell(row, 'document') || this.#keyOf(table, given, ownText);
    const found = this.#drafts.get(key);
    if (found) {
      if (found.text === undefined && ownText) found.text = given;
      return found;
    }
    const file = this.#files.get(key) ?? this.#files.get(safeFileName(key));
    const same = file && this.#byPath.get(file.path);
    if (same) {
      this.#drafts.set(key, same);
      return same;
    }
    const draft = new DocumentDraft(key, file?.text ?? (ownText ? given : undefined));
    if (file) this.#byPath.set(file.path, draft);
    draft.name = reader.cell(row, 'documentName') || key;
    this.#drafts.set(key, draft);
    this.#places.set(key, row.place);
    return draft;
  }

  /** A table without a column of documents: one for each text that it holds, else the text beside it. */
  #keyOf({ path }: KnownTable, text: string, ownText: boolean): string {
    const name = stem(path.split(/[\\/]/u).at(-1) ?? path);
    if (!ownText) {
      if (!this.#files.has(name) && this.#only) this.#files.set(name, this.#only);
      return name;
    }
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const key = `${name} ${this.#keys.size + 1}`;
    this.#keys.set(text, key);
    return key;
  }
}

function stem(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/u, '');
}
