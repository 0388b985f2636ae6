import type { Heading } from '../model/document-details.ts';
import type { FlowText } from './flow-text.ts';

/**
 * Writes the text of a word processor's file: each paragraph is a line, empty ones too, parted by LF;
 * cells of a row are parted by TAB, rows by LF. Letters stand exactly as they are given.
 */
export class ParagraphWriter {
  readonly #parts: string[] = [];
  readonly #headings: Heading[] = [];
  readonly #pages: number[] = [];
  #length = 0;
  /** What comes next stands on a line that has begun already: at the beginning, in a new cell. */
  #isFresh = true;
  #paragraphStart = 0;
  #level = 0;
  #breaksLine = false;
  #pagesToBegin = 0;

  /** Begins a paragraph; with a level it is a title. */
  paragraph(level = 0): void {
    if (!this.#isFresh) this.#write('\n');
    this.#isFresh = false;
    this.#paragraphStart = this.#length;
    this.#level = level;
    this.#breaksLine = false;
  }

  text(text: string): void {
    if (text === '') return;
    if (this.#breaksLine) this.#write('\n');
    this.#breaksLine = false;
    for (; this.#pagesToBegin > 0; this.#pagesToBegin--) this.#pages.push(this.#length);
    this.#isFresh = false;
    this.#write(text);
  }

  endParagraph(): void {
    const { end, start } = { start: this.#paragraphStart, end: this.#length };
    if (this.#level > 0 && end > start) this.#headings.push({ level: this.#level, start, end });
    this.#level = 0;
  }

  /** Makes the next paragraph go on in the line of this one. */
  joinNext(): void {
    this.#isFresh = true;
  }

  /** Begins a page, or a column, with the next letters; inside a paragraph also a line. */
  pageBreak(isPage = true): void {
    if (isPage) this.#pagesToBegin++;
    this.#breaksLine = this.#length > this.#paragraphStart;
  }

  /** Begins a page with the next letters, wherever they stand in their line. */
  softPageBreak(): void {
    this.#pagesToBegin++;
  }

  row(): void {
    if (!this.#isFresh) this.#write('\n');
    this.#isFresh = true;
  }

  /** Begins a further cell of the row. */
  cell(): void {
    this.#write('\t');
    this.#isFresh = true;
  }

  endRow(): void {
    this.#isFresh = false;
  }

  /** Adds paragraphs that were written apart, after a prefix in their first line. */
  append({ text, headings }: FlowText, prefix = ''): void {
    this.paragraph();
    this.text(prefix);
    const at = this.#length;
    this.text(text);
    for (const { level, start, end } of headings) {
      this.#headings.push({ level, start: at + start, end: at + end });
    }
    this.endParagraph();
  }

  /** All that was written. */
  finish(): FlowText {
    for (; this.#pagesToBegin > 0; this.#pagesToBegin--) this.#pages.push(this.#length);
    return { text: this.#parts.join(''), headings: this.#headings, pages: this.#pages };
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}
