import { normalizeRanges, type Range, type Ranges } from '../../model/range.ts';
import { rangeOfTokens, type TokenRange } from '../tokens/align.ts';
import { BracketReader, parseBrackets } from '../tokens/brackets.ts';
import { linesIn } from '../tokens/lines-in.ts';
import { decodeName } from '../tokens/names.ts';
import { readTags } from '../tokens/tags.ts';
import { TextBuilder } from '../tokens/text-builder.ts';
import { bracketKey, NAMELESS, type NameStyle, readOpening } from './name-style.ts';
import { miscValue, readRow, unescapeSpaces } from './row.ts';
import { gapAfter, isSplit, type NumberedRow, spacingOf, type Unit, unitsOf } from './sentence.ts';

/** A name as the file has it. */
export interface Mention {
  readonly type: string;
  readonly eid: string | null;
  readonly ranges: Ranges;
  /** Its tokens from the first to the last. */
  readonly tokens: TokenRange;
  /** Its parts as tokens, with the opening bracket of each; empty where the file has tags. */
  readonly parts: readonly (TokenRange & { readonly opening: string })[];
}

/** Something about a row that a person should know. */
export interface Oddity {
  readonly code: string;
  readonly message: string;
  readonly line: number;
}

/** A document as its rows say it. */
export interface ParsedDocument {
  readonly text: string;
  readonly tokens: readonly Range[];
  readonly sentences: readonly Range[];
  readonly sentenceTokens: readonly TokenRange[];
  /** Lines, from 1, of the first and the last word of each token. */
  readonly lines: readonly { readonly first: number; readonly last: number }[];
  readonly mentions: readonly Mention[];
  readonly oddities: readonly Oddity[];
}

/** Why rows could not be read. */
export interface RowFault {
  readonly message: string;
  readonly line: number;
}

/**
 * Reads the rows of one document. Documents that record their white space (SpacesAfter) are rebuilt
 * exactly; others have one line for each sentence.
 * @param firstLine number in the file of the first line of `source`.
 */
export function parseDocument(
  source: string,
  style: NameStyle | undefined,
  firstLine = 1,
): ParsedDocument | RowFault {
  const parser = new Parser(style, /[\t|]SpacesAfter=|^# generator = Glossator/mu.test(source));
  for (const { text, number } of linesIn(source)) {
    const line = number + firstLine - 1;
    const fault = parser.line(text, line);
    if (fault !== null) return { message: fault, line };
  }
  return parser.end();
}

class Parser {
  readonly #style: NameStyle | undefined;
  readonly #isExact: boolean;
  readonly #builder = new TextBuilder();
  readonly #sentenceTokens: TokenRange[] = [];
  readonly #lines: { first: number; last: number }[] = [];
  readonly #mentions: Mention[] = [];
  readonly #oddities: Oddity[] = [];
  #rows: NumberedRow[] = [];
  #text: string | undefined;
  #lastMisc = '_';

  constructor(style: NameStyle | undefined, isExact: boolean) {
    this.#style = style;
    this.#isExact = isExact;
    this.#builder.beginSentence();
  }

  line(text: string, line: number): string | null {
    if (/^[ \t]*$/u.test(text)) this.#endSentence();
    else if (text.startsWith('#') && this.#rows.length === 0) {
      this.#text =
        /^#[ \t]*text[ \t]*=[ \t]?(?<text>.*)$/u.exec(text)?.groups?.['text'] ?? this.#text;
    } else if (!text.startsWith('#')) {
      const row = readRow(text);
      if (typeof row === 'string') return row;
      this.#rows.push({ ...row, line });
    }
    return null;
  }

  end(): ParsedDocument {
    this.#endSentence();
    const last = gapAfter(this.#lastMisc);
    if (this.#isExact && last !== undefined) this.#builder.raw('');
    return {
      text: this.#builder.text(),
      tokens: this.#builder.tokens,
      sentences: this.#builder.sentences,
      sentenceTokens: this.#sentenceTokens,
      lines: this.#lines,
      mentions: this.#mentions.sort(
        (a, b) => a.tokens.from - b.tokens.from || b.tokens.to - a.tokens.to,
      ),
      oddities: this.#oddities,
    };
  }

  #endSentence(): void {
    const rows = this.#rows;
    const [first] = rows;
    if (first) {
      const from = this.#builder.tokens.length;
      const places = this.#addTokens(unitsOf(rows), first.line);
      const to = this.#builder.tokens.length;
      if (to > from) this.#sentenceTokens.push({ from, to });
      this.#readNames(rows, places, from, to);
    }
    this.#rows = [];
    this.#text = undefined;
  }

  /** Adds the tokens of a sentence; gives the tokens of each row by its line. */
  #addTokens(units: readonly Unit[], line: number): ReadonlyMap<number, TokenRange> {
    const { gaps, agrees } = spacingOf(units, this.#text);
    if (!agrees) this.#odd('text-differs', 'The comment ‘# text’ is not what the rows say.', line);
    const places = new Map<number, TokenRange>();
    for (const [i, unit] of units.entries()) {
      if (i === 0) this.#spacesBefore(unit.surface.misc);
      const from = this.#builder.tokens.length;
      const words = isSplit(unit) ? unit.words : [];
      for (const word of words)
        places.set(word.line, this.#addToken(word.form, word.line, word.line));
      if (words.length === 0) {
        const first = unit.words[0]?.line ?? unit.surface.line;
        const place = this.#addToken(unit.form, first, unit.words.at(-1)?.line ?? first);
        for (const word of unit.words) places.set(word.line, place);
      }
      if (unit.surface.kind === 'range') {
        places.set(unit.surface.line, { from, to: this.#builder.tokens.length });
      }
      this.#builder.space(gaps[i] ?? ' ');
      this.#lastMisc = unit.surface.misc;
    }
    this.#builder.endSentence(this.#isExact ? (gaps.at(-1) ?? ' ') : '\n');
    return places;
  }

  #addToken(form: string, first: number, last: number): TokenRange {
    const from = this.#builder.tokens.length;
    this.#builder.token(form);
    this.#lines.push({ first, last });
    return { from, to: from + 1 };
  }

  #spacesBefore(misc: string): void {
    const before = miscValue(misc, 'SpacesBefore');
    if (this.#isExact && before !== undefined) this.#builder.raw(unescapeSpaces(before));
  }

  #readNames(
    rows: readonly NumberedRow[],
    places: ReadonlyMap<number, TokenRange>,
    from: number,
    to: number,
  ): void {
    const style = this.#style;
    if (!style) return;
    if (style.kind === 'tags') {
      const tags = new Array<string>(to - from).fill('O');
      for (const { misc, line } of rows) {
        const place = places.get(line);
        const tag = miscValue(misc, style.key);
        if (place && tag !== undefined && tags[place.from - from] === 'O')
          tags[place.from - from] = tag;
      }
      for (const { type, ...tokens } of readTags(tags, from).spans) {
        const ranges = [rangeOfTokens(this.#builder.tokens, tokens)] as const;
        this.#mentions.push({
          type: type === '' ? NAMELESS : decodeName(type),
          eid: null,
          ranges,
          tokens,
          parts: [],
        });
      }
    } else this.#readBrackets(rows, places, from, style);
  }

  #readBrackets(
    rows: readonly NumberedRow[],
    places: ReadonlyMap<number, TokenRange>,
    from: number,
    style: NameStyle,
  ): void {
    const reader = new BracketReader((name) => bracketKey(name, style));
    const lineOf = new Map<number, number>();
    let next = from;
    for (const { misc, line, kind } of rows) {
      const place = places.get(line) ?? { from: next, to: next };
      if (kind !== 'range') next = place.to;
      if (!lineOf.has(place.from)) lineOf.set(place.from, line);
      const value = miscValue(misc, 'Entity');
      if (value === undefined) continue;
      const brackets = parseBrackets(value);
      if (!brackets) {
        if (/[()]/u.test(value))
          this.#odd('bad-brackets', `‘${value.slice(0, 60)}’ is not made of brackets.`, line);
        continue;
      }
      reader.add(brackets, place.from, place.to);
      this.#noteParts(brackets, place, line);
    }
    for (const { name, at } of reader.stray) {
      this.#odd(
        'stray-bracket',
        `‘${name})’ closes what was not opened in the sentence.`,
        lineOf.get(at) ?? 0,
      );
    }
    for (const { name, from: at } of reader.unclosed()) {
      this.#odd('open-bracket', `‘(${name}’ is not closed in its sentence.`, lineOf.get(at) ?? 0);
    }
    this.#gather(reader, style, lineOf);
  }

  /** Tells where a bracket stands on a word that is only a part of a token. */
  #noteParts(
    brackets: readonly { readonly kind: string }[],
    { from }: TokenRange,
    line: number,
  ): void {
    const lines = this.#lines[from];
    if (!lines || lines.first === lines.last || line < lines.first) return;
    const isInside = brackets.some(
      ({ kind }) =>
        (kind !== 'close' && line !== lines.first) || (kind !== 'open' && line !== lines.last),
    );
    if (isInside) {
      this.#odd(
        'part-of-token',
        'A name stands on a part of a token; it was given all of it.',
        line,
      );
    }
  }

  #gather(reader: BracketReader, style: NameStyle, lineOf: ReadonlyMap<number, number>): void {
    const waiting = new Map<string, Mention['parts'][]>();
    const inOrder = [...reader.enclosed].sort((a, b) => a.from - b.from || b.to - a.to);
    for (const { name, from, to } of inOrder) {
      const { type, eid, part } = readOpening(name, style);
      if (to <= from) {
        this.#odd(
          'empty-node',
          `The name ‘(${name})’ stands on no word of the text.`,
          lineOf.get(from) ?? 0,
        );
        continue;
      }
      if (!part) {
        this.#addMention(type, eid, [{ from, to, opening: name }]);
        continue;
      }
      // Of several mentions that wait for this part, the first has it.
      const key = `${eid}/${part.of}/${part.number}`;
      const before = part.number === 1 ? [] : (waiting.get(key)?.shift() ?? []);
      const parts = [...before, { from, to, opening: name }];
      if (part.number >= part.of) this.#addMention(type, eid, parts);
      else {
        const nextKey = `${eid}/${part.of}/${part.number + 1}`;
        waiting.set(nextKey, [...(waiting.get(nextKey) ?? []), parts]);
      }
    }
    for (const parts of [...waiting.values()].flat()) {
      const [first] = parts;
      this.#odd(
        'open-bracket',
        `A later part of ‘(${first?.opening}’ is missing.`,
        lineOf.get(first?.from ?? 0) ?? 0,
      );
    }
  }

  #addMention(type: string, eid: string | null, parts: Mention['parts']): void {
    const ranges = normalizeRanges(parts.map((part) => rangeOfTokens(this.#builder.tokens, part)));
    const tokens = { from: parts[0]?.from ?? 0, to: parts.at(-1)?.to ?? 0 };
    if (ranges) this.#mentions.push({ type, eid, ranges, tokens, parts });
  }

  #odd(code: string, message: string, line: number): void {
    this.#oddities.push({ code, message, line });
  }
}
