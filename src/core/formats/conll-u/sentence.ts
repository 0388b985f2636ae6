import { type ConlluRow, miscValue, unescapeSpaces } from './row.ts';

/** A row with its line in the file. */
export interface NumberedRow extends ConlluRow {
  readonly line: number;
}

/** A token of the text: a word, or several that are written as one. */
export interface Unit {
  readonly form: string;
  /** Rows of the words, in order; the row of the range itself is not among them. */
  readonly words: readonly NumberedRow[];
  /** The row whose MISC tells about spaces. */
  readonly surface: NumberedRow;
}

/** Puts the rows of a sentence together to tokens of the text. */
export function unitsOf(rows: readonly NumberedRow[]): readonly Unit[] {
  const units: Unit[] = [];
  let range: NumberedRow | null = null;
  let words: NumberedRow[] = [];
  const close = () => {
    if (range) units.push({ form: range.form, words, surface: range });
    range = null;
    words = [];
  };
  for (const row of rows) {
    if (row.kind === 'empty') continue;
    if (row.kind === 'range') {
      close();
      range = row;
    } else if (range && isWithin(row, range)) words.push(row);
    else {
      close();
      units.push({ form: row.form, words: [row], surface: row });
    }
  }
  close();
  return units;
}

function isWithin(row: ConlluRow, range: ConlluRow): boolean {
  return row.from >= range.from && row.from <= range.to;
}

/** Whether the words of a token, one after the other, are how it is written. */
export function isSplit({ form, words }: Unit): boolean {
  return words.length > 1 && words.map((word) => word.form).join('') === form;
}

/** White space after each token, and whether the comment `# text` says the same as MISC. */
export interface Spacing {
  readonly gaps: readonly string[];
  readonly agrees: boolean;
}

/**
 * White space after each token, by SpaceAfter and SpacesAfter; where `# text` says otherwise and holds
 * the same tokens, as it has it.
 * @param text value of the comment; `undefined` where there is none.
 */
export function spacingOf(units: readonly Unit[], text: string | undefined): Spacing {
  const gaps = units.map(({ surface }) => gapAfter(surface.misc) ?? ' ');
  if (text === undefined) return { gaps, agrees: true };
  const built = units
    .map(({ form }, i) => (i < units.length - 1 && gaps[i] !== '' ? `${form} ` : form))
    .join('');
  if (plain(built) === plain(text)) return { gaps, agrees: true };
  return { gaps: gapsIn(text, units) ?? gaps, agrees: false };
}

/** Kinds and numbers of blanks are not what `# text` is about. */
function plain(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

/** What MISC says of the white space after a token; `undefined` where nothing. */
export function gapAfter(misc: string): string | undefined {
  const exact = miscValue(misc, 'SpacesAfter');
  if (exact !== undefined) return unescapeSpaces(exact);
  return miscValue(misc, 'SpaceAfter') === 'No' ? '' : undefined;
}

/** White space after each token in a text that is nothing but the tokens with white space between. */
function gapsIn(text: string, units: readonly Unit[]): readonly string[] | undefined {
  const gaps: string[] = [];
  let at = text.length - text.trimStart().length;
  for (const { form } of units) {
    if (!text.startsWith(form, at)) return undefined;
    at += form.length;
    const from = at;
    while (at < text.length && /\s/u.test(text.charAt(at))) at++;
    gaps.push(text.slice(from, at));
  }
  if (at < text.length) return undefined;
  // The end of the comment is no end of the text.
  return gaps.map((gap, i) => (i === units.length - 1 && gap === '' ? ' ' : gap));
}
