import type { Heading } from '../model/document-details.ts';

/** Text that was read from a document, with what its marks say. Offsets in UTF-16 code units. */
export interface FlowText {
  readonly text: string;
  readonly headings: readonly Heading[];
  /** Where each page or chapter after the first begins, ascending; empty ones begin where the next does. */
  readonly pages: readonly number[];
}

const BLANKS = /[ \t\n\f\r]+/g;

/**
 * Writes running text as a browser lays it out (HTML Standard, `innerText`): white space (space, TAB, LF,
 * FF, CR) collapses to one space and vanishes at both ends of a line; blocks are parted by line ends, by
 * the larger of two demands where two meet; cells of a row are parted by TAB. No-break spaces and all
 * other blanks are letters like any other.
 */
export class FlowWriter {
  readonly #parts: string[] = [];
  readonly #headings: Heading[] = [];
  readonly #pages: number[] = [];
  #length = 0;
  /** Line ends that stand at the end of the text. */
  #lineEnds = 0;
  #demanded = 0;
  #hasBlank = false;
  /** At the beginning of a row or cell: the blocks in it begin without line ends. */
  #isInStart = false;
  #pagesToBegin = 0;
  #heading: { readonly level: number; start: number } | undefined;

  /** Adds text in which white space collapses. */
  text(text: string): void {
    const collapsed = text.replace(BLANKS, ' ');
    const start = collapsed.startsWith(' ') ? 1 : 0;
    const end = collapsed.length - (collapsed.endsWith(' ') ? 1 : 0);
    if (start > 0) this.#hasBlank = true;
    if (start >= end) return;
    this.#letters(collapsed.slice(start, end));
    this.#hasBlank = end < collapsed.length;
  }

  /** Adds text as it is; line ends must be LF. */
  verbatim(text: string): void {
    if (text === '') return;
    this.#letters(text);
    this.#lineEnds = /\n*$/u.exec(text.slice(-2))?.[0].length ?? 0;
  }

  /** Ends the line here; twice leaves a blank line. */
  lineBreak(): void {
    this.#hasBlank = false;
    this.#letters('\n');
    this.#lineEnds++;
  }

  /** What comes next is parted by so many line ends from what came before: 2 leave a blank line. */
  block(lineEnds: 1 | 2): void {
    this.#hasBlank = false;
    if (!this.#isInStart) this.#demanded = Math.max(this.#demanded, lineEnds);
  }

  /** Begins a row of a table, on its own line. */
  row(): void {
    this.block(1);
    if (!this.#isInStart) this.#meetDemand();
    this.#isInStart = true;
  }

  /** Begins a further cell of the row. */
  cell(): void {
    this.#demanded = 0;
    this.#hasBlank = false;
    this.#isInStart = false;
    this.#write('\t');
    this.#isInStart = true;
  }

  /** Ends the row; what blocks at its end demand is for naught. */
  endRow(): void {
    this.#isInStart = false;
    this.#demanded = 0;
    this.block(1);
  }

  /** What comes until `endHeading` is a title. A heading in a heading is part of it. */
  beginHeading(level: number): void {
    this.#heading ??= { level, start: -1 };
  }

  endHeading(): void {
    const { level, start } = this.#heading ?? { level: 1, start: -1 };
    if (start >= 0) this.#headings.push({ level, start, end: this.#length });
    this.#heading = undefined;
  }

  /** Begins a page or chapter with what comes next. */
  page(): void {
    this.#isInStart = false;
    this.block(2);
    this.#pagesToBegin++;
  }

  /** All that was written. */
  finish(): FlowText {
    this.#beginPages();
    return { text: this.#parts.join(''), headings: this.#headings, pages: this.#pages };
  }

  #letters(letters: string): void {
    this.#meetDemand();
    this.#beginPages();
    if (this.#hasBlank && this.#lineEnds === 0 && !this.#isInStart && this.#length > 0) {
      this.#write(' ');
    }
    this.#hasBlank = false;
    if (letters !== '\n') {
      if (this.#heading && this.#heading.start < 0) this.#heading.start = this.#length;
      this.#lineEnds = 0;
    }
    this.#isInStart = false;
    this.#parts.push(letters);
    this.#length += letters.length;
  }

  #meetDemand(): void {
    if (this.#length > 0 && this.#demanded > this.#lineEnds) {
      const missing = '\n'.repeat(this.#demanded - this.#lineEnds);
      this.#parts.push(missing);
      this.#length += missing.length;
      this.#lineEnds = this.#demanded;
    }
    this.#demanded = 0;
  }

  #beginPages(): void {
    for (; this.#pagesToBegin > 0; this.#pagesToBegin--) this.#pages.push(this.#length);
  }

  #write(blank: string): void {
    this.#parts.push(blank);
    this.#length += blank.length;
    this.#lineEnds = 0;
  }
}
