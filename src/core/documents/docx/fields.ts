/**
 * Where in the fields of a Word file one is (ECMA-376 part 1, 17.16.18): what stands between `begin` and
 * `separate` tells what to show and is not shown itself; what stands up to `end` was shown last.
 */
export class FieldStack {
  readonly #open: ('instruction' | 'result')[] = [];
  #instructions = 0;

  get isInInstruction(): boolean {
    return this.#instructions > 0;
  }

  /** @param type `begin`, `separate` or `end`; one that does not fit is passed over. */
  mark(type: string | undefined): void {
    if (type === 'begin') {
      this.#open.push('instruction');
      this.#instructions++;
    } else if (type === 'separate') {
      if (this.#open.at(-1) !== 'instruction') return;
      this.#open.splice(-1, 1, 'result');
      this.#instructions--;
    } else if (type === 'end' && this.#open.pop() === 'instruction') this.#instructions--;
  }

  /** A field whose instruction does not end with its paragraph is damaged: it must not hide all that follows. */
  endParagraph(): void {
    if (this.#instructions === 0) return;
    this.#instructions = 0;
    this.#open.fill('result');
  }
}
