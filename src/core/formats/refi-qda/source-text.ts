import type { Range } from '../../model/range.ts';
import { OffsetPlaces, type OffsetUnit } from '../json/offset-units.ts';

/** What positions count, and how. */
export interface PositionReading {
  readonly unit: OffsetUnit;
  /** Whether the end belongs to the selection. */
  readonly endIncluded: boolean;
  /** Whether CR LF counts as one; `auto` where the words of selections tell. */
  readonly lineEnds: 'auto' | 'two' | 'one';
}

/** Words of a selection with its positions, by which line ends are known. */
export interface Sample {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Positions in the text of a source. */
export class SourceText {
  readonly #places: OffsetPlaces;
  readonly #endIncluded: boolean;
  /** Where the line feeds of CR LF are in the text in which they count as one; empty where they count as two. */
  readonly #breaks: readonly number[];

  constructor(text: string, reading: PositionReading, samples: readonly Sample[]) {
    const isOne =
      text.includes('\r\n') &&
      (reading.lineEnds === 'one' ||
        (reading.lineEnds === 'auto' && countsAsOne(text, reading, samples)));
    const counted = isOne ? text.replaceAll('\r\n', '\n') : text;
    this.#breaks = isOne ? [...breaksOf(text)] : [];
    this.#places = new OffsetPlaces(counted, reading.unit);
    this.#endIncluded = reading.endIncluded;
  }

  /** The range in the text; otherwise why there is none, as a sentence. */
  rangeOf(start: number, end: number): Range | string {
    const range = this.#places.rangeOf(start, end + (this.#endIncluded ? 1 : 0));
    if (typeof range === 'string' || this.#breaks.length === 0) return range;
    return { start: this.#inText(range.start), end: this.#inText(range.end) };
  }

  #inText(position: number): number {
    let [low, high] = [0, this.#breaks.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#breaks[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return position + low;
  }
}

function* breaksOf(text: string): Generator<number> {
  let count = 0;
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) {
    yield at - count;
    count++;
  }
}

/** Whether the samples fit better where CR LF counts as one. Names that are cut off count half. */
function countsAsOne(text: string, reading: PositionReading, samples: readonly Sample[]): boolean {
  const scoreOf = (lineEnds: 'one' | 'two') => {
    const source = new SourceText(text, { ...reading, lineEnds }, []);
    let score = 0;
    for (const { start, end, words } of samples.slice(0, 500)) {
      const range = source.rangeOf(start, end);
      if (typeof range === 'string' || words === '') continue;
      const found = plain(text.slice(range.start, range.end));
      if (found === words) score += 2;
      else if (found.startsWith(words)) score += 1;
    }
    return score;
  };
  return scoreOf('one') > scoreOf('two');
}

/** Words without regard to white space and to the dots of what was cut off. */
export function plain(words: string): string {
  return words
    .replace(/(?:…|\.\.\.)$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
