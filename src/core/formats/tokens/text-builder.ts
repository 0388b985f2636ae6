import type { Range } from '../../model/range.ts';

/** Builds the text of a document from tokens, with the ranges of tokens and sentences in it. */
export class TextBuilder {
  readonly #parts: string[] = [];
  #length = 0;
  #sentenceStart = 0;
  #pending = '';
  readonly tokens: Range[] = [];
  readonly sentences: Range[] = [];

  /** Length so far, in UTF-16, without the blanks that wait for the next token. */
  get length(): number {
    return this.#length;
  }

  /** Adds a token; what `space` said last comes before it. An empty form adds an empty range. */
  token(form: string): Range {
    this.#write(this.#pending);
    this.#pending = '';
    if (this.#sentenceStart < 0) this.#sentenceStart = this.#length;
    const start = this.#length;
    this.#write(form);
    const range = { start, end: this.#length };
    this.tokens.push(range);
    return range;
  }

  /** Sets what comes between the last token and the next one; nothing is written after the last. */
  space(blank: string): void {
    this.#pending = blank;
  }

  /** Adds text that is no token. */
  raw(text: string): void {
    this.#write(this.#pending);
    this.#pending = '';
    this.#write(text);
  }

  /** Begins a sentence where the next token begins. */
  beginSentence(): void {
    this.#sentenceStart = -1;
  }

  /** Ends the sentence after the last token, and sets what comes between it and the next. */
  endSentence(blank = '\n'): void {
    const last = this.tokens.at(-1);
    if (this.#sentenceStart >= 0 && last && last.end > this.#sentenceStart) {
      this.sentences.push({ start: this.#sentenceStart, end: last.end });
    }
    this.#sentenceStart = -1;
    if (last) this.#pending = blank;
  }

  /** The text of all that was added. */
  text(): string {
    return this.#parts.join('');
  }

  #write(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#length += text.length;
  }
}
