import type { Range } from '../../model/range.ts';
import type { DatasetDocument } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import type { TokenRange } from '../tokens/align.ts';
import { groupTokens, sentencesOf } from '../tokens/sentences.ts';
import { tokenChoice } from '../tokens/token-options.ts';
import { tokensOf } from '../tokens/tokenize.ts';

/** A row of a file: a token, or a part of one. */
export interface WrittenUnit extends Range {
  /** Set when all units are known. */
  id: string;
}

/** A token with the parts of it on which something stands. */
export interface TokenRow {
  readonly unit: WrittenUnit;
  /** By their offsets, in the order of the text once `sentences` has been called. */
  readonly parts: Map<string, WrittenUnit>;
}

/** A sentence as it is written: its rows, and the text that its `#Text=` lines hold. */
export interface WrittenSentence {
  readonly rows: readonly TokenRow[];
  readonly text: string;
}

/** The rows of a document; `unitsOf` finds those of a span, making parts of tokens where it cuts one. */
export class UnitLayout {
  readonly text: string;
  readonly #rows: readonly TokenRow[];
  readonly #groups: readonly TokenRange[];
  readonly #touching: (range: Range) => TokenRange | null;

  constructor(document: DatasetDocument, options: FormatOptions) {
    const choice = tokenChoice(options);
    const tokens = wholeTokens(document.text, tokensOf(document, choice.tokens));
    this.text = document.text;
    this.#rows = tokens.map(({ start, end }) => ({
      unit: { start, end, id: '' },
      parts: new Map(),
    }));
    this.#groups = groupTokens(tokens, sentencesOf(document, choice.sentences));
    this.#touching = touching(tokens);
  }

  /** The units that a range covers, in order; none where it covers blanks only. */
  unitsOf(range: Range): readonly WrittenUnit[] {
    const touched = this.#touching(range);
    if (!touched) return [];
    return this.#rows.slice(touched.from, touched.to).map(({ unit, parts }) => {
      const start = Math.max(unit.start, range.start);
      const end = Math.min(unit.end, range.end);
      if (start === unit.start && end === unit.end) return unit;
      const part = parts.get(`${start}-${end}`) ?? { start, end, id: '' };
      parts.set(`${start}-${end}`, part);
      return part;
    });
  }

  /** Numbers all units, and gives the sentences. Nothing may be added afterwards. */
  sentences(): readonly WrittenSentence[] {
    return this.#groups.map(({ from, to }, i) => {
      const rows = this.#rows.slice(from, to);
      for (const [n, { unit, parts }] of rows.entries()) {
        unit.id = `${i + 1}-${n + 1}`;
        const sorted = [...parts].sort(([, a], [, b]) => a.start - b.start || a.end - b.end);
        parts.clear();
        for (const [m, [offsets, part]] of sorted.entries()) {
          part.id = `${unit.id}.${m + 1}`;
          parts.set(offsets, part);
        }
      }
      return { rows, text: this.#textOf(from, to) };
    });
  }

  /**
   * From the first token to the next sentence, less what readers put between sentences: a line break, and
   * blanks where the offsets leave room.
   */
  #textOf(from: number, to: number): string {
    const start = this.#rows[from]?.unit.start ?? 0;
    const end = this.#rows[to - 1]?.unit.end ?? start;
    const next = this.#rows[to]?.unit.start;
    if (next !== undefined && /^\n *$/u.test(this.text.slice(end, next))) {
      return this.text.slice(start, end);
    }
    const text = this.text.slice(start, next);
    return next !== undefined && text.endsWith('\n') ? text.slice(0, -1) : text;
  }
}

/** The tokens, with words for text that they leave out: nothing of a text may be lost. */
function wholeTokens(text: string, tokens: readonly Range[]): readonly Range[] {
  const whole: Range[] = [];
  let end = 0;
  for (const token of [...tokens, { start: text.length, end: text.length }]) {
    const between = text.slice(end, token.start);
    if (between.trim() !== '') {
      const offset = end;
      const words = tokensOf({ text: between }, 'words');
      whole.push(...words.map((word) => ({ start: word.start + offset, end: word.end + offset })));
    }
    if (token.end > token.start) whole.push(token);
    end = token.end;
  }
  return whole;
}

/** Finds the tokens that a range shares a character with. */
function touching(tokens: readonly Range[]): (range: Range) => TokenRange | null {
  return ({ start, end }) => {
    const [from, to] = [countUntil(tokens, start), countFrom(tokens, end)];
    return from < to ? { from, to } : null;
  };
}

/** Number of tokens that end at or before the offset. */
function countUntil(tokens: readonly Range[], offset: number): number {
  return search(tokens.length, (i) => (tokens[i]?.end ?? 0) > offset);
}

/** Number of tokens that start before the offset. */
function countFrom(tokens: readonly Range[], offset: number): number {
  return search(tokens.length, (i) => (tokens[i]?.start ?? 0) >= offset);
}

function search(count: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
