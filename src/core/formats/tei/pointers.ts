import type { Range } from '../../model/range.ts';
import type { Offsets } from '../../text/offsets.ts';
import type { PlacedElement } from './build-text.ts';

/** Finds what pointers of TEI lead to. Offsets of `string-range` count code points from the start of the element. */
export class Pointers {
  readonly #byId: ReadonlyMap<string, PlacedElement>;
  readonly #offsets: Offsets;

  constructor(byId: ReadonlyMap<string, PlacedElement>, offsets: Offsets) {
    this.#byId = byId;
    this.#offsets = offsets;
  }

  /** The ranges that pointers lead to, several with blanks between; otherwise why there are none. */
  rangesOf(target: string): readonly Range[] | string {
    const ranges: Range[] = [];
    const pointers = target.match(/[^\s()]+(?:\([^()]*\))?/gu) ?? [];
    for (const pointer of pointers) {
      const found = /^#string-range\(/u.test(pointer)
        ? this.#stringRange(pointer)
        : this.#element(pointer);
      if (typeof found === 'string') return found;
      ranges.push(...found);
    }
    return ranges.length > 0 ? ranges : 'It points nowhere.';
  }

  /** From the start of one place to the end of another. */
  between(from: string, to: string): readonly Range[] | string {
    const [first, last] = [this.rangesOf(from), this.rangesOf(to)];
    if (typeof first === 'string') return first;
    if (typeof last === 'string') return last;
    const [start, end] = [first[0]?.start ?? 0, last.at(-1)?.end ?? 0];
    return start < end ? [{ start, end }] : 'It ends before it starts.';
  }

  #element(pointer: string): readonly Range[] | string {
    const placed = this.#byId.get(pointer.replace(/^#/u, ''));
    if (!pointer.startsWith('#') || !placed) {
      return `‘${pointer.slice(0, 60)}’ is not in the text of this document.`;
    }
    return [{ start: placed.start, end: placed.end }];
  }

  #stringRange(pointer: string): readonly Range[] | string {
    const [id = '', ...numbers] = pointer
      .slice('#string-range('.length, -1)
      .split(',')
      .map((one) => one.trim());
    const placed = this.#byId.get(id.replace(/^#|^(?:x?path|id)\(['"]?/u, ''));
    const isWhole = numbers.every((one) => /^\d{1,12}$/u.test(one));
    if (!placed || !isWhole || numbers.length === 0 || numbers.length % 2 !== 0) {
      return `‘${pointer.slice(0, 60)}’ is no place in the text of this document.`;
    }
    const base = this.#offsets.toCodePoints(placed.start);
    const ranges: Range[] = [];
    for (let i = 0; i < numbers.length; i += 2) {
      const start = base + Number(numbers[i]);
      const end = start + Number(numbers[i + 1]);
      if (end > this.#offsets.toCodePoints(placed.end))
        return `‘${pointer.slice(0, 60)}’ goes past the end.`;
      ranges.push({ start: this.#offsets.toUtf16(start), end: this.#offsets.toUtf16(end) });
    }
    return ranges;
  }
}
