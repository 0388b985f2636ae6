import { cellsOf, type Separator } from '../iob/row.ts';
import type { TokenRange } from '../tokens/align.ts';
import { BracketReader, parseBrackets } from '../tokens/brackets.ts';
import { linesIn } from '../tokens/lines-in.ts';
import { decodeName } from '../tokens/names.ts';
import { TextBuilder } from '../tokens/text-builder.ts';

/** A stretch of tokens with the type of a name, or the bracket of a mention. */
export interface Stretch extends TokenRange {
  readonly name: string;
}

export interface Oddity {
  readonly code: string;
  readonly message: string;
  readonly line: number;
}

/** A document as its rows say it. */
export interface ParsedDocument {
  readonly text: string;
  readonly builder: TextBuilder;
  readonly sentenceTokens: readonly TokenRange[];
  /** Line, from 1, of each token. */
  readonly lines: readonly number[];
  readonly names: readonly Stretch[];
  readonly mentions: readonly Stretch[];
  readonly hasNames: boolean;
  /** Whether mentions are named `type-number-words`, as in GUM. */
  readonly hasTypedMentions: boolean;
  readonly oddities: readonly Oddity[];
}

export const BEGIN = /^#[ \t]?begin document\b[ \t]*(?<rest>.*)$/u;
const FIRST_NAMES = 10;

/** Where the columns of a row are. */
export interface RowPlaces {
  readonly separator: Separator;
  readonly cells: readonly string[];
  /** `undefined` in rows without words. */
  readonly form: number | undefined;
  /** `undefined` in rows without names. */
  readonly name: number | undefined;
  readonly mention: number;
}

/** The columns of a row; `undefined` where it is none. */
export function placesIn(line: string): RowPlaces | undefined {
  const separator: Separator = line.includes('\t') ? 'tab' : 'blank';
  const cells = cellsOf(line, separator);
  const width = cells.length;
  const mention = width - 1;
  const base = { separator, cells, mention };
  if (width === 2) return { ...base, form: undefined, name: undefined };
  if (width === 3) return { ...base, form: 1, name: undefined };
  if (width < 5) return undefined;
  return { ...base, form: 3, name: width > FIRST_NAMES + 1 ? FIRST_NAMES : undefined };
}

/** Whether the line is a row. */
export function isRow(line: string): boolean {
  return !line.startsWith('#') && line.trim() !== '';
}

/** Reads the rows of one document; text has one blank between tokens and one line for each sentence. */
export function parseDocument(
  source: string,
  firstLine = 1,
): ParsedDocument | { readonly message: string; readonly line: number } {
  const builder = new TextBuilder();
  builder.beginSentence();
  const sentenceTokens: TokenRange[] = [];
  const lines: number[] = [];
  const oddities: Oddity[] = [];
  const names = new NameReader();
  const mentions = new BracketReader();
  let from = 0;
  let [hasNames, hasWords, isShort] = [false, true, false];
  const endSentence = () => {
    if (builder.tokens.length > from) sentenceTokens.push({ from, to: builder.tokens.length });
    from = builder.tokens.length;
    builder.endSentence();
  };
  for (const { text, number } of linesIn(source)) {
    const line = number + firstLine - 1;
    if (text.trim() === '') endSentence();
    if (!isRow(text)) continue;
    const places = placesIn(text);
    if (!places) {
      const message = 'A row has two or three columns (number, word, mention), or five and more.';
      return { message, line };
    }
    const { cells, form, name, mention } = places;
    const word = form === undefined ? '_' : (cells[form] ?? '');
    if (word === '') {
      oddities.push({
        code: 'empty-token',
        message: 'The word is empty; the row was left out.',
        line,
      });
      continue;
    }
    hasWords &&= form !== undefined;
    isShort ||= cells.length === 3;
    const token = builder.tokens.length;
    builder.token(word);
    builder.space(' ');
    lines.push(line);
    const cell = cells[mention] ?? '';
    if (!isNone(cell)) {
      const brackets = parseBrackets(cell);
      if (brackets) mentions.add(brackets, token);
      else
        odd(
          oddities,
          'bad-mention',
          `‘${cell.slice(0, 60)}’ is not a mention such as (12 or 12).`,
          line,
        );
    }
    if (name !== undefined) {
      hasNames = true;
      const cell = cells[name] ?? '';
      if (!isNone(cell) && !names.add(cell, token)) {
        odd(
          oddities,
          'bad-name',
          `‘${cell.slice(0, 60)}’ is not a name such as (PERSON* or *).`,
          line,
        );
      }
    }
  }
  endSentence();
  for (const { name, at } of mentions.stray) {
    odd(oddities, 'stray-mention', `‘${name})’ closes what was not opened.`, lines[at] ?? 0);
  }
  for (const { name, from } of [...mentions.unclosed(), ...names.open]) {
    odd(oddities, 'open-mention', `‘(${name}’ is not closed in its document.`, lines[from] ?? 0);
  }
  if (!hasWords)
    odd(oddities, 'no-words', 'These rows have no words; each became ‘_’.', lines[0] ?? 0);
  return {
    text: builder.text(),
    builder,
    sentenceTokens,
    lines,
    names: names.found,
    mentions: [...mentions.enclosed].sort((a, b) => a.from - b.from || b.to - a.to),
    hasNames,
    hasTypedMentions: isShort,
    oddities,
  };
}

function odd(oddities: Oddity[], code: string, message: string, line: number): void {
  oddities.push({ code, message, line });
}

/** Whether a cell says that there is nothing. */
export function isNone(cell: string): boolean {
  return cell === '' || cell === '-' || cell === '_' || cell === '*';
}

/** Puts the brackets of the column of names together; the innermost closes first. */
class NameReader {
  readonly found: Stretch[] = [];
  readonly open: { readonly name: string; readonly from: number }[] = [];

  add(cell: string, token: number): boolean {
    if (!/^(?:\([^()*]+)*\*?\)*$/u.test(cell)) return false;
    for (const [, name] of cell.matchAll(/\(([^()*]+)/gu)) {
      this.open.push({ name: decodeName(name ?? ''), from: token });
    }
    const closings = cell.length - cell.replaceAll(')', '').length;
    for (let i = 0; i < closings; i++) {
      const opened = this.open.pop();
      if (!opened) return false;
      this.found.push({ ...opened, to: token + 1 });
    }
    return true;
  }
}
