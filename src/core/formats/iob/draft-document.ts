import type { Range } from '../../model/range.ts';
import type { Span } from '../../model/span.ts';
import { type DatasetDocument, IMPORTED } from '../dataset.ts';
import { rangeOfTokens } from '../tokens/align.ts';
import type { SchemeDetector } from '../tokens/detect-scheme.ts';
import { decodeName } from '../tokens/names.ts';
import { readTags, type TagScheme } from '../tokens/tags.ts';
import { TextBuilder } from '../tokens/text-builder.ts';
import type { CarriedRows } from './carried-rows.ts';
import type { Columns } from './detect-columns.ts';

/** Something about a row that a person should know. */
export interface Oddity {
  readonly what: 'empty token' | 'no tag' | 'unknown tag' | 'started inside';
  readonly line: number;
  readonly tag: string;
}

/** Type of spans whose tags are only `B` and `I`. */
export const NAMELESS_TYPE = 'Span';

/** A document that is being read row by row. */
export class DraftDocument {
  readonly oddities: Oddity[] = [];
  readonly #columns: Columns;
  readonly #schemes: SchemeDetector;
  readonly #builder = new TextBuilder();
  readonly #spans: Span[] = [];
  /** Tags and lines of the sentence so far, by column and token. */
  #tags: string[][] = [];
  #lines: number[] = [];
  #from = 0;
  #source = '';
  #isTouched = false;

  constructor(columns: Columns, schemes: SchemeDetector) {
    this.#columns = columns;
    this.#schemes = schemes;
    this.#builder.beginSentence();
  }

  /** Whether nothing of it has been read yet but empty lines and comments. */
  get isUntouched(): boolean {
    return !this.#isTouched;
  }

  touch(): void {
    this.#isTouched = true;
    this.endSentence();
  }

  token(form: string, tags: readonly string[], line: number): void {
    this.#isTouched = true;
    if (form === '') {
      this.oddities.push({ what: 'empty token', line, tag: '' });
      return;
    }
    if (this.#columns.tags === 'last' && tags[0] === '') {
      this.oddities.push({ what: 'no tag', line, tag: '' });
    }
    this.#builder.token(form);
    this.#builder.space(' ');
    for (const [column, tag] of tags.entries()) {
      const list = this.#tags[column] ?? [];
      list.push(tag);
      this.#tags[column] = list;
    }
    this.#lines.push(line);
  }

  endSentence(): void {
    if (this.#lines.length === 0) return;
    for (const tags of this.#tags) this.#readColumn(tags);
    this.#builder.endSentence();
    this.#tags = [];
    this.#lines = [];
    this.#from = this.#builder.tokens.length;
  }

  #readColumn(tags: readonly string[]): void {
    this.#schemes.add(tags);
    const { spans, startedInside, unknown } = readTags(tags, this.#from);
    for (const at of startedInside) this.#odd('started inside', at, tags);
    for (const at of unknown) this.#odd('unknown tag', at, tags);
    for (const { from, to, type } of spans) {
      this.#spans.push({
        kind: 'span',
        id: `s${this.#spans.length + 1}`,
        type: type === '' ? NAMELESS_TYPE : decodeName(type),
        ranges: [rangeOfTokens(this.#builder.tokens, { from, to })],
        attributes: {},
        note: '',
      });
    }
  }

  #odd(what: Oddity['what'], at: number, tags: readonly string[]): void {
    const index = at - this.#from;
    this.oddities.push({ what, line: this.#lines[index] ?? 0, tag: tags[index] ?? '' });
  }

  /** Ends the document, whose rows are these. */
  end(source: string): void {
    this.endSentence();
    this.oddities.sort((a, b) => a.line - b.line);
    this.#source = source;
  }

  document(format: string, scheme: TagScheme): Omit<DatasetDocument, 'id' | 'name'> {
    const tokens: readonly Range[] = this.#builder.tokens;
    const data: CarriedRows = { source: this.#source, columns: this.#columns, scheme };
    return {
      text: this.#builder.text(),
      sets: [{ annotator: IMPORTED, records: this.#spans }],
      tokens,
      sentences: this.#builder.sentences,
      carried: { format, data },
    };
  }
}
