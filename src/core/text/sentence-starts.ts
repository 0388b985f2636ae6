const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Numbers the sentences of a text, bit by bit, so that a book need not be read at once. Sentences are those
 * of Unicode (UAX #29), the same that token formats are cut by; blank ones do not count. UTF-16.
 */
export class SentenceStarts {
  readonly #text: string;
  readonly #starts: number[] = [];
  #read = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Up to where the text was read. */
  get read(): number {
    return this.#read;
  }

  /** Reads on, about so many characters, to the end of a line. @returns whether all is read. */
  readOn(characters: number): boolean {
    const { length } = this.#text;
    if (this.#read >= length) return true;
    const wanted = this.#text.indexOf('\n', this.#read + characters);
    const end = wanted < 0 ? length : wanted + 1;
    // A line break ends a sentence, so that parts of the text can be read by themselves.
    for (const { index, segment } of segmenter.segment(this.#text.slice(this.#read, end))) {
      const blank = /^\s*/u.exec(segment)?.[0].length ?? 0;
      if (blank < segment.length) this.#starts.push(this.#read + index + blank);
    }
    this.#read = end;
    return end >= length;
  }

  /** Sentences that start in [from, to), as far as was read, with their numbers from 1. */
  *startsIn(
    from: number,
    to: number,
  ): Generator<{ readonly number: number; readonly start: number }> {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.#starts.length; i++) {
      const start = this.#starts[i] ?? 0;
      if (start >= to) return;
      yield { number: i + 1, start };
    }
  }
}
