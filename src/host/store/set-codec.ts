import type { Change } from '#core/edit/change.ts';
import { isSame } from '#core/edit/same.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Attributes, AttributeValue } from '#core/model/attribute.ts';
import { hull, type Range, type Ranges } from '#core/model/range.ts';
import type { Span } from '#core/model/span.ts';
import type { Problem } from '#core/problem.ts';
import { type Offsets, offsetsOf, rangesToCodePoints, rangesToUtf16 } from '#core/text/offsets.ts';
import { findQuoteMismatch, quotesOf } from '#core/text/quote.ts';
import type { StoredChange, StoredRecord } from './set-format.ts';

/** Of most records: one object for all of them. */
const NO_ATTRIBUTES: Attributes = Object.freeze({});

type StoredSpan = Extract<StoredRecord, { kind: 'span' }>;

/** A record that does not belong to the text, such as a span beyond its end. */
export class MisplacedError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'MisplacedError';
    this.problem = problem;
  }
}

/**
 * Turns records between memory (UTF-16 code units) and disk (code points, with the words of each
 * span). Knows the text of one document. This is the store's edge: nothing behind it sees code points.
 */
export class SetCodec {
  readonly text: string;
  readonly #offsets: Offsets;
  /** Words that were stored with a span and are not those of the text: kept until the span is moved. */
  readonly #kept = new Map<string, { readonly ranges: Ranges; readonly quote: string[] }>();

  constructor(text: string) {
    this.text = text;
    this.#offsets = offsetsOf(text);
  }

  /** @throws {MisplacedError} where the ranges do not fit into the text. */
  decode(stored: StoredRecord): AnnotationRecord {
    if (stored.kind === 'span') {
      const ranges = this.#readRanges(stored);
      if (!this.#isQuote(ranges, stored.quote))
        this.#kept.set(stored.id, { ranges, quote: stored.quote });
      const { id, kind, type, attributes = NO_ATTRIBUTES, note = '' } = stored;
      return { id, kind, type, ranges, attributes, note };
    }
    if (stored.kind === 'relation') {
      const { id, kind, type, from, to, attributes = NO_ATTRIBUTES, note = '' } = stored;
      return { id, kind, type, from, to, attributes, note };
    }
    return stored;
  }

  /** Keys come in alphabetical order, as files have them. */
  encode(record: AnnotationRecord): StoredRecord {
    if (record.kind === 'span') {
      const { id, kind, type, ranges } = record;
      return {
        ...attributesOf(record),
        id,
        kind,
        ...noteOf(record),
        quote: this.#quote(record),
        ranges: rangesToCodePoints(this.#offsets, ranges).map(({ start, end }) => [start, end]),
        type,
      };
    }
    if (record.kind === 'relation') {
      const { id, kind, type, from, to } = record;
      return { ...attributesOf(record), from, id, kind, ...noteOf(record), to, type };
    }
    if (record.kind === 'label') {
      const { id, kind, name, value } = record;
      return { id, kind, name, value: isList(value) ? [...value] : value };
    }
    if (record.kind === 'note') return { id: record.id, kind: record.kind, text: record.text };
    const { at, id, kind, status } = record;
    return { at, id, kind, status };
  }

  /** @throws {MisplacedError} */
  decodeChange({ added, updated, removed }: StoredChange): Change {
    return {
      added: mapValues(added, (record) => this.decode(record)),
      updated: mapValues(updated, ([a, b]) => [this.decode(a), this.decode(b)] as const),
      removed: mapValues(removed, (record) => this.decode(record)),
    };
  }

  encodeChange({ added, updated, removed }: Change): StoredChange {
    return {
      added: mapValues(added, (record) => this.encode(record)),
      updated: mapValues(updated, ([a, b]): [StoredRecord, StoredRecord] => [
        this.encode(a),
        this.encode(b),
      ]),
      removed: mapValues(removed, (record) => this.encode(record)),
    };
  }

  /** A sentence for each span of which the file has other words than the text has. */
  quoteProblems(spanOf: (id: string) => Span | undefined): Problem[] {
    const problems: Problem[] = [];
    for (const [id, { ranges, quote }] of this.#kept) {
      const span = spanOf(id);
      if (!span || !isSame(span.ranges, ranges)) continue;
      const mismatch = findQuoteMismatch(this.text, ranges, quote);
      if (!mismatch) continue;
      problems.push({
        code: 'quote-mismatch',
        message: `The annotation ${id} (${span.type}) was stored with the words ‘${mismatch.expected ?? ''}’, but the text has ‘${mismatch.found}’ there. It is shown where its offsets say.`,
        place: { id },
      });
    }
    return problems;
  }

  /** A place in code points; what lies outside of the text is cut off. */
  toCodePoints({ start, end }: Range): Range {
    const within = (offset: number) => Math.min(Math.max(0, offset), this.text.length);
    return {
      start: this.#offsets.toCodePoints(within(start)),
      end: this.#offsets.toCodePoints(within(end)),
    };
  }

  /** Why ranges do not fit into the text; `null` where they do. In UTF-16. */
  rangeFault(ranges: Ranges): string | null {
    let last = -1;
    for (const { start, end } of ranges) {
      if (!Number.isInteger(start) || !Number.isInteger(end))
        return 'its offsets are not whole numbers';
      if (start >= end) return 'it has an empty or reversed range';
      if (start <= last) return 'its ranges overlap, touch, or are not in order';
      if (end > this.text.length)
        return `it ends at ${end}, after the end of the text (${this.text.length})`;
      if (this.#offsets.isInsidePair(start) || this.#offsets.isInsidePair(end))
        return 'it would cut a character in two';
      last = end;
    }
    return null;
  }

  /** Whether these are the text's words; a span of one range, as most are, costs no copy of them. */
  #isQuote(ranges: Ranges, quote: readonly string[]): boolean {
    const [{ start, end }] = ranges;
    const [words = ''] = quote;
    if (ranges.length === 1 && quote.length === 1 && words.length === end - start)
      return this.text.startsWith(words, start);
    return findQuoteMismatch(this.text, ranges, quote) === undefined;
  }

  #readRanges(stored: StoredSpan): Ranges {
    const [[from, to] = [0, 0], second] = stored.ranges;
    // Most spans; where it does not fit, the way below says why.
    if (second === undefined && from < to && to <= this.#offsets.codePointLength)
      return [{ start: this.#offsets.toUtf16(from), end: this.#offsets.toUtf16(to) }];
    const misplaced = (why: string) =>
      new MisplacedError({
        code: 'misplaced-span',
        message: `The annotation ${stored.id} (${stored.type}) cannot be shown: ${why}.`,
        place: { id: stored.id },
      });
    const [first, ...rest] = stored.ranges.map(([start, end]) => ({ start, end }));
    if (!first) throw misplaced('it has no range');
    const points: Ranges = [first, ...rest];
    const length = this.#offsets.codePointLength;
    const { end } = hull(points);
    if (points.some((range) => range.end > length))
      throw misplaced(`it ends at ${end}, after the end of the text (${length})`);
    const ranges = rangesToUtf16(this.#offsets, points);
    const fault = this.rangeFault(ranges);
    if (fault !== null) throw misplaced(fault);
    return ranges;
  }

  #quote({ id, ranges }: Span): string[] {
    const kept = this.#kept.get(id);
    return kept && isSame(kept.ranges, ranges) ? kept.quote : [...quotesOf(this.text, ranges)];
  }
}

function attributesOf({ attributes }: Pick<Span, 'attributes'>) {
  const entries = Object.entries(attributes);
  if (entries.length === 0) return {};
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const copied = entries.map(
    ([name, value]) => [name, isList(value) ? [...value] : value] as const,
  );
  return { attributes: Object.fromEntries(copied) };
}

function noteOf({ note }: Pick<Span, 'note'>) {
  return note === '' ? {} : { note };
}

function isList(value: AttributeValue): value is readonly string[] {
  return typeof value === 'object';
}

function mapValues<From, To>(
  object: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
