import type { Range, Ranges } from '../model/range.ts';

/**
 * Turns offsets of one text between UTF-16 code units (memory) and Unicode code points (disk).
 * The ends of the text count as places: 0 … length. A lone surrogate is one code point.
 */
export interface Offsets {
  /** Length of the text in UTF-16 code units. */
  readonly utf16Length: number;
  /** Length of the text in code points. */
  readonly codePointLength: number;
  /**
   * Number of code points before the UTF-16 offset. An offset inside a surrogate pair counts as the
   * place before the pair; `isInsidePair` tells.
   * @throws {RangeError} where the offset is not a whole number within the text.
   */
  toCodePoints(utf16: number): number;
  /**
   * UTF-16 offset of the place after that many code points.
   * @throws {RangeError} where the offset is not a whole number within the text.
   */
  toUtf16(codePoints: number): number;
  /** Whether the UTF-16 offset would cut a character in two. */
  isInsidePair(utf16: number): boolean;
}

/** The number of pairs is kept for every so many code units; the rest is counted in the text. */
const STEP = 64;

/** Two code units that are one character, with no `u` flag so that code units are seen. */
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** Reads the text once; each look-up then takes at most a few dozen steps. */
export function offsetsOf(text: string): Offsets {
  return PAIR.test(text) ? new PairOffsets(text) : new PlainOffsets(text.length);
}

/** Ranges in code points from ranges in UTF-16. */
export function rangesToCodePoints(offsets: Offsets, ranges: Ranges): Ranges {
  return mapRanges(ranges, (offset) => offsets.toCodePoints(offset));
}

/** Ranges in UTF-16 from ranges in code points. */
export function rangesToUtf16(offsets: Offsets, ranges: Ranges): Ranges {
  return mapRanges(ranges, (offset) => offsets.toUtf16(offset));
}

function mapRanges(ranges: Ranges, map: (offset: number) => number): Ranges {
  const each = ({ start, end }: Range): Range => ({ start: map(start), end: map(end) });
  const [first, ...rest] = ranges;
  return [each(first), ...rest.map(each)];
}

/** A text without surrogate pairs: both ways of counting agree. */
class PlainOffsets implements Offsets {
  readonly utf16Length: number;

  constructor(length: number) {
    this.utf16Length = length;
  }

  get codePointLength(): number {
    return this.utf16Length;
  }

  toCodePoints(utf16: number): number {
    return within(utf16, this.utf16Length);
  }

  toUtf16(codePoints: number): number {
    return within(codePoints, this.utf16Length);
  }

  isInsidePair(): boolean {
    return false;
  }
}

/** A text with surrogate pairs. A pair is counted where its second unit stands. */
class PairOffsets implements Offsets {
  readonly codePointLength: number;
  readonly #text: string;
  /** Entry `k` is the number of pairs whose second unit comes before code unit `k * STEP`. */
  readonly #pairsBefore: Uint32Array;

  constructor(text: string) {
    const pairsBefore = new Uint32Array(Math.ceil(text.length / STEP));
    let pairs = 0;
    for (let at = 0; at < text.length; at++) {
      if (at % STEP === 0) pairsBefore[at / STEP] = pairs;
      if (isSecondOfPair(text, at)) pairs++;
    }
    this.#text = text;
    this.#pairsBefore = pairsBefore;
    this.codePointLength = text.length - pairs;
  }

  get utf16Length(): number {
    return this.#text.length;
  }

  toCodePoints(utf16: number): number {
    within(utf16, this.#text.length);
    const step = Math.min(Math.floor(utf16 / STEP), this.#pairsBefore.length - 1);
    let pairs = this.#pairsBefore[step] ?? 0;
    for (let at = step * STEP; at < utf16; at++) if (isSecondOfPair(this.#text, at)) pairs++;
    return utf16 - pairs - (this.isInsidePair(utf16) ? 1 : 0);
  }

  toUtf16(codePoints: number): number {
    within(codePoints, this.codePointLength);
    let [low, high] = [0, this.#pairsBefore.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#startsBefore(middle) <= codePoints) low = middle;
      else high = middle;
    }
    let at = low * STEP;
    let left = codePoints - this.#startsBefore(low);
    for (; ; at++) {
      if (isSecondOfPair(this.#text, at)) continue;
      if (left === 0) return at;
      left--;
    }
  }

  isInsidePair(utf16: number): boolean {
    return isSecondOfPair(this.#text, utf16);
  }

  /** Number of characters that start before code unit `step * STEP`. */
  #startsBefore(step: number): number {
    return step * STEP - (this.#pairsBefore[step] ?? 0);
  }
}

function isSecondOfPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  // Not `< … ||`: past the end of the text the unit is NaN.
  if (!(unit >= 0xdc00 && unit <= 0xdfff) || at === 0) return false;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}

function within(offset: number, length: number): number {
  if (Number.isInteger(offset) && offset >= 0 && offset <= length) return offset;
  throw new RangeError(`offset ${offset} is not within 0 and ${length}`);
}
