import type { Range } from '../../model/range.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import { TextBuilder } from '../tokens/text-builder.ts';

/** Type of mentions that chains or relations name and nothing says the type of. */
export const MENTION = 'Mention';

/**
 * A document that is read from sentences of tokens. Its text is the tokens with one space between them, and
 * a line for each sentence, since the files do not tell how the text was.
 */
export class TokenDraft {
  readonly text: string;
  readonly tokens: readonly Range[];
  readonly sentences: readonly Range[];
  /** Number, in the document, of the first token of each sentence, and of the end. */
  readonly starts: readonly number[];
  readonly spans: Span[] = [];
  readonly relations: Relation[] = [];
  readonly #ranges: readonly Range[];
  /** The first span at each place. */
  readonly #byPlace = new Map<string, Span>();

  constructor(sentences: readonly (readonly string[])[]) {
    const builder = new TextBuilder();
    const starts = [0];
    for (const sentence of sentences) {
      builder.beginSentence();
      for (const [i, token] of sentence.entries()) {
        if (i > 0) builder.space(' ');
        builder.token(token);
      }
      builder.endSentence();
      starts.push(builder.tokens.length);
    }
    this.text = builder.text();
    this.starts = starts;
    this.#ranges = builder.tokens;
    this.tokens = builder.tokens.filter(({ start, end }) => end > start);
    this.sentences = builder.sentences;
  }

  /** Number of tokens, empty ones included. */
  get length(): number {
    return this.#ranges.length;
  }

  /** Number of the sentence that holds both tokens; `undefined` where none does. */
  sentenceOf(from: number, last: number): number | undefined {
    let [low, high] = [0, this.starts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] ?? 0) <= from) low = middle;
      else high = middle;
    }
    return last < (this.starts[low + 1] ?? 0) ? low : undefined;
  }

  /** Adds a span of that type over the tokens from `from` up to `to`; otherwise says why there is none. */
  addSpan(from: unknown, to: unknown, type: unknown): Span | string {
    if (!isCount(from) || !isCount(to)) return 'Its tokens are not whole numbers.';
    if (from >= to) return 'It ends before it starts.';
    if (to > this.length) return `Token ${to - 1} is not there; the document has ${this.length}.`;
    if (typeof type !== 'string' || type === '' || type.length > 500) return 'It has no type.';
    const range = { start: this.#ranges[from]?.start ?? 0, end: this.#ranges[to - 1]?.end ?? 0 };
    if (range.start >= range.end) return 'It stands on empty tokens only.';
    const id = `s${this.spans.length + 1}`;
    const span: Span = { kind: 'span', id, type, ranges: [range], attributes: {}, note: '' };
    this.spans.push(span);
    const key = `${from} ${to}`;
    if (!this.#byPlace.has(key)) this.#byPlace.set(key, span);
    return span;
  }

  /** The first span over exactly these tokens; a mention is made where there is none. */
  spanAt(from: unknown, to: unknown): Span | string {
    return this.#byPlace.get(`${String(from)} ${String(to)}`) ?? this.addSpan(from, to, MENTION);
  }

  /** Joins two spans; otherwise says why not. */
  addRelation(
    type: unknown,
    from: Span,
    to: Span,
    attributes: Relation['attributes'] = {},
  ): Relation | string {
    if (typeof type !== 'string' || type === '' || type.length > 500) return 'It has no type.';
    const id = `r${this.relations.length + 1}`;
    const ends = { from: from.id, to: to.id };
    const relation: Relation = { kind: 'relation', id, type, ...ends, attributes, note: '' };
    this.relations.push(relation);
    return relation;
  }
}

/** A list of sentences of tokens; `undefined` where the value is none. */
export function sentencesIn(value: unknown): readonly (readonly string[])[] | undefined {
  const isSentence = (one: unknown): one is readonly string[] =>
    Array.isArray(one) && one.every((token) => typeof token === 'string');
  return Array.isArray(value) && value.every(isSentence) ? value : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
