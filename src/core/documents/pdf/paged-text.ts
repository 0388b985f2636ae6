/** Joins the texts of pages by LF, and notes where each begins. */
export class PagedText {
  readonly #parts: string[] = [];
  readonly #pages: number[] = [];
  #length = 0;
  #count = 0;

  /** Adds a page. One without text begins where the next one with text does. */
  add(text: string): void {
    this.#count++;
    if (text === '') return;
    if (this.#length > 0) this.#write('\n');
    this.#beginPages();
    this.#write(text);
  }

  /** The text, and where each page after the first begins in it. */
  finish(): { readonly text: string; readonly pages: readonly number[] } {
    this.#beginPages();
    return { text: this.#parts.join(''), pages: this.#pages };
  }

  #beginPages(): void {
    while (this.#pages.length < this.#count - 1) this.#pages.push(this.#length);
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}
