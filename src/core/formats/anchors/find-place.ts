import type { Range } from '../../model/range.ts';
import { OffsetPlaces, type OffsetUnit } from '../json/offset-units.ts';

/** Where a span says that it is: by position, by its words, or both. */
export interface Anchor {
  readonly start?: unknown;
  readonly end?: unknown;
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Where a span is. */
export interface FoundPlace {
  readonly range: Range;
  /** A sentence, where position and words do not agree; the words count. */
  readonly remark?: string;
}

/** So many places of the same words are compared. */
const MOST_PLACES = 2000;
/** So much text, in code units, is searched for words that are not where they should be. */
const SEARCHED = 2_000_000_000;
/** Words longer than this are not looked for with other white space. */
const LONGEST = 5000;

/** Finds places in one text. */
export class PlaceFinder {
  readonly #text: string;
  readonly #unit: OffsetUnit;
  readonly #places: OffsetPlaces;
  readonly #other: OffsetPlaces | undefined;
  readonly #known = new Map<string, readonly Range[]>();
  #left = SEARCHED;

  constructor(text: string, unit: OffsetUnit) {
    this.#text = text;
    this.#unit = unit;
    this.#places = new OffsetPlaces(text, unit);
    const hasPairs = /[\ud800-\udbff][\udc00-\udfff]/.test(text);
    const other = unit === 'utf-16' ? 'code-points' : 'utf-16';
    this.#other = hasPairs ? new OffsetPlaces(text, other) : undefined;
  }

  /** The place that an anchor means; otherwise why there is none, as a sentence. */
  find(anchor: Anchor): FoundPlace | string {
    const { start, end, exact } = anchor;
    const hasPosition = start !== undefined || end !== undefined;
    const range = hasPosition ? this.#places.rangeOf(start, end) : 'It has no position.';
    if (exact === undefined || exact === '') {
      return typeof range === 'string' ? range : { range };
    }
    if (typeof range === 'object' && this.#says(range, exact)) return { range };
    const other = hasPosition ? this.#other?.rangeOf(start, end) : undefined;
    if (typeof other === 'object' && this.#says(other, exact)) {
      const counted = this.#unit === 'utf-16' ? 'Unicode code points' : 'UTF-16 code units';
      return { range: other, remark: `By its words, its position counts ${counted}.` };
    }
    return this.#search(exact, anchor, hasPosition);
  }

  #says({ start, end }: Range, exact: string): boolean {
    const words = this.#text.slice(start, end);
    return words === exact || plain(words) === plain(exact);
  }

  #search(exact: string, anchor: Anchor, hasPosition: boolean): FoundPlace | string {
    const words = exact.length > 60 ? `${exact.slice(0, 60)}…` : exact;
    const ranges = this.#rangesOf(exact);
    if (ranges === undefined)
      return 'So many words are in other places that no more are looked for.';
    const position = Number(anchor.start);
    const ranked = ranges
      .map((range) => ({
        range,
        context: this.#context(range, anchor),
        distance: Number.isFinite(position)
          ? Math.abs(this.#places.write(range.start) - position)
          : 0,
      }))
      .sort((a, b) => b.context - a.context || a.distance - b.distance);
    const [best, next] = ranked;
    if (!best) return `Its words ‘${words}’ are not in the text.`;
    if (next && next.context === best.context && next.distance === best.distance) {
      return `Its words ‘${words}’ are in the text more than once, and nothing tells which are meant.`;
    }
    const { range } = best;
    if (!hasPosition) return { range };
    const [from, to] = [this.#places.write(range.start), this.#places.write(range.end)];
    const said = `${String(anchor.start).slice(0, 20)} to ${String(anchor.end).slice(0, 20)}`;
    return {
      range,
      remark: `Its words ‘${words}’ stand at ${from} to ${to}, not at ${said}; the words count.`,
    };
  }

  /** All places of these words, or if there are none, of these words with other white space. */
  #rangesOf(exact: string): readonly Range[] | undefined {
    const known = this.#known.get(exact);
    if (known) return known;
    if (this.#left < 0) return undefined;
    this.#left -= this.#text.length;
    const found: Range[] = [];
    for (let at = this.#text.indexOf(exact); at >= 0; at = this.#text.indexOf(exact, at + 1)) {
      found.push({ start: at, end: at + exact.length });
      if (found.length >= MOST_PLACES) break;
    }
    const words = plain(exact).split(' ');
    if (found.length === 0 && words.length > 1 && exact.length < LONGEST) {
      const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
      for (const match of this.#text.matchAll(new RegExp(pattern.join('\\s+'), 'gu'))) {
        found.push({ start: match.index, end: match.index + match[0].length });
        if (found.length >= MOST_PLACES) break;
      }
    }
    this.#known.set(exact, found);
    return found;
  }

  /** How many characters before and after agree with what the anchor says is there. */
  #context({ start, end }: Range, { prefix = '', suffix = '' }: Anchor): number {
    let [before, after] = [0, 0];
    while (before < prefix.length && this.#text[start - 1 - before] === prefix.at(-1 - before)) {
      before++;
    }
    while (after < suffix.length && this.#text[end + after] === suffix[after]) after++;
    return before + after;
  }
}

/** Blanks are often changed between a page and what is quoted of it. */
function plain(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
