import type { Range } from '../../model/range.ts';
import { type Offsets, offsetsOf } from '../../text/offsets.ts';

/** What offsets count. */
export type OffsetUnit = 'utf-16' | 'code-points' | 'characters';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Turns offsets of a file into ranges of a text and back. */
export class OffsetPlaces {
  readonly #text: string;
  readonly #unit: OffsetUnit;
  readonly #offsets: Offsets;
  #starts: readonly number[] | undefined;

  constructor(text: string, unit: OffsetUnit) {
    this.#text = text;
    this.#unit = unit;
    this.#offsets = offsetsOf(text);
  }

  /** The range from `start` to `end`, half-open; otherwise why there is none, as a sentence. */
  rangeOf(start: unknown, end: unknown): Range | string {
    if (!isWhole(start) || !isWhole(end)) return 'Its offsets are not whole numbers.';
    if (start === end) return `It is empty (${start} to ${end}).`;
    if (start > end) return `It ends before it starts (${start} to ${end}).`;
    const length = this.#length();
    if (start < 0 || end > length) {
      return `Its range ${start} to ${end} does not lie in the text, which has a length of ${length}.`;
    }
    const range = { start: this.#toUtf16(start), end: this.#toUtf16(end) };
    if (this.#offsets.isInsidePair(range.start) || this.#offsets.isInsidePair(range.end)) {
      return `Its range ${start} to ${end} would cut a character in two.`;
    }
    return range;
  }

  /** The offset in the unit of the file. */
  write(utf16: number): number {
    if (this.#unit === 'utf-16') return utf16;
    if (this.#unit === 'code-points') return this.#offsets.toCodePoints(utf16);
    const starts = this.#graphemes();
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) < utf16) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #length(): number {
    if (this.#unit === 'utf-16') return this.#text.length;
    if (this.#unit === 'code-points') return this.#offsets.codePointLength;
    return this.#graphemes().length - 1;
  }

  #toUtf16(offset: number): number {
    if (this.#unit === 'utf-16') return offset;
    if (this.#unit === 'code-points') return this.#offsets.toUtf16(offset);
    return this.#graphemes()[offset] ?? 0;
  }

  /** Where each character begins, and the end of the text. */
  #graphemes(): readonly number[] {
    this.#starts ??= [
      ...[...graphemes.segment(this.#text)].map(({ index }) => index),
      this.#text.length,
    ];
    return this.#starts;
  }
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
