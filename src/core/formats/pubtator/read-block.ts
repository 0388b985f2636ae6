import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Attributes } from '../../model/attribute.ts';
import type { Span } from '../../model/span.ts';
import { OffsetPlaces } from '../json/offset-units.ts';
import type { Block, Row } from './parse-block.ts';

/** Attribute that holds the identifiers of the concept, as they stand in the file. */
export const IDENTIFIER = 'identifier';
/** Attribute that holds the mentions that a composite mention is made of. */
export const PARTS = 'parts';
/** Attribute of relations: the column after the two concepts. */
export const NOVELTY = 'novelty';
/** Identifiers of this form stand for mentions that have none, where a relation needs one. */
export const MADE_IDENTIFIER = /^#\d+$/u;

export type Unit = 'code-points' | 'utf-16';

export interface ReadBlock {
  readonly text: string;
  readonly records: readonly AnnotationRecord[];
  readonly unit: Unit;
  readonly problems: readonly RowProblem[];
}

export interface RowProblem {
  readonly code: string;
  readonly message: string;
  readonly line: number;
}

/** Title and abstract with the one character between them that offsets count. */
export function textOfBlock({ title, abstract }: Pick<Block, 'title' | 'abstract'>): string {
  return abstract === undefined || abstract === '' ? title : `${title}\n${abstract}`;
}

/** Names of types have no more characters. */
const LONGEST_NAME = 500;

const NUMBER = /^\d{1,15}$/u;

/** Mentions have two numbers after the id of the document; all other rows are relations. */
function isMention({ columns }: Row): boolean {
  return columns.length >= 5 && NUMBER.test(columns[1] ?? '') && NUMBER.test(columns[2] ?? '');
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/**
 * Reads the rows of a document. `auto` takes offsets as code points, unless the words of more mentions
 * are found when they count UTF-16. Relations are between concepts; they lead from the first mention of
 * the one to the first mention of the other.
 */
export function readBlock(block: Block, choice: Unit | 'auto'): ReadBlock {
  const text = textOfBlock(block);
  const mentions = block.rows.filter(isMention);
  const unit = choice === 'auto' ? unitOf(text, mentions) : choice;
  const reader = new RowReader(text, unit);
  for (const row of mentions) reader.readMention(row, block.id);
  for (const row of block.rows) if (!isMention(row)) reader.readRelation(row, block.id);
  return { text, unit, records: reader.records, problems: reader.problems };
}

function unitOf(text: string, mentions: readonly Row[]): Unit {
  if (!PAIR.test(text)) return 'code-points';
  const fits = (unit: Unit) => {
    const places = new OffsetPlaces(text, unit);
    return mentions.filter(({ columns: [, start, end, words] }) => {
      const range = places.rangeOf(Number(start), Number(end));
      return typeof range !== 'string' && isSame(text.slice(range.start, range.end), words ?? '');
    }).length;
  };
  return fits('utf-16') > fits('code-points') ? 'utf-16' : 'code-points';
}

/** Whether words are those of the text; what stands for the one character between title and abstract is open. */
function isSame(there: string, words: string): boolean {
  return there.replace('\n', ' ') === words.replace('\n', ' ');
}

class RowReader {
  readonly records: AnnotationRecord[] = [];
  readonly problems: RowProblem[] = [];
  readonly #text: string;
  readonly #places: OffsetPlaces;
  /** The first mention of each concept. */
  readonly #mentions = new Map<string, Span>();
  #spans = 0;
  #relations = 0;

  constructor(text: string, unit: Unit) {
    this.#text = text;
    this.#places = new OffsetPlaces(text, unit);
  }

  #report(code: string, message: string, line: number): void {
    this.problems.push({ code, message, line });
  }

  readMention({ columns, line }: Row, documentId: string): void {
    const [id = '', start, end, words = '', type = '', ...more] = columns;
    if (id.trim() !== documentId) {
      const message = `The row is of ‘${id.slice(0, 40)}’, but stands among those of ‘${documentId.slice(0, 40)}’; it was left out.`;
      this.#report('bad-row', message, line);
      return;
    }
    const range = this.#places.rangeOf(Number(start), Number(end));
    if (typeof range === 'string') {
      this.#report('bad-range', `${range} The mention was left out.`, line);
      return;
    }
    if (type.trim() === '' || type.length > LONGEST_NAME) {
      this.#report('no-name', 'The mention has no type that can be read; it was left out.', line);
      return;
    }
    const there = this.#text.slice(range.start, range.end);
    if (!isSame(there, words)) {
      const shown = (quote: string) => (quote.length > 40 ? `${quote.slice(0, 40)}…` : quote);
      const message = `The row says ‘${shown(words)}’, but the text has ‘${shown(there)}’ there; the offsets count.`;
      this.#report('other-words', message, line);
    }
    const [identifier = '', parts = '', ...rest] = more.map((column) => column.trim());
    if (rest.some((column) => column !== '')) {
      this.#report('more-columns', 'Columns after the seventh were not read.', line);
    }
    const span: Span = {
      kind: 'span',
      id: `s${++this.#spans}`,
      type: type.trim(),
      ranges: [range],
      attributes: { ...given(IDENTIFIER, identifier), ...given(PARTS, parts) },
      note: '',
    };
    this.records.push(span);
    this.#index(identifier, span);
  }

  #index(identifier: string, span: Span): void {
    if (identifier === '' || identifier === '-') return;
    for (const one of [identifier, ...identifier.split(/[|,;+]/u)]) {
      const first = this.#mentions.get(one.trim());
      if (!first || span.ranges[0].start < first.ranges[0].start) {
        this.#mentions.set(one.trim(), span);
      }
    }
  }

  readRelation({ columns, line }: Row, documentId: string): void {
    const [id = '', type = '', first = '', second = '', ...more] = columns.map((one) => one.trim());
    if (
      id !== documentId ||
      type === '' ||
      type.length > LONGEST_NAME ||
      first === '' ||
      second === ''
    ) {
      const message = 'This row is neither a mention nor a relation; it was left out.';
      this.#report('bad-row', message, line);
      return;
    }
    const [from, to] = [this.#mentions.get(first), this.#mentions.get(second)];
    if (!from || !to) {
      const message = `The concept ‘${from ? second : first}’ has no mention in the text; the relation was left out.`;
      this.#report('no-end', message, line);
      return;
    }
    const [novelty = '', ...rest] = more;
    if (rest.some((column) => column !== '')) {
      this.#report('more-columns', 'Columns after the fifth were not read.', line);
    }
    this.records.push({
      kind: 'relation',
      id: `r${++this.#relations}`,
      type,
      from: from.id,
      to: to.id,
      attributes: given(NOVELTY, novelty),
      note: '',
    });
  }
}

/** An attribute, unless its column is empty, a dash, or was made for relations only. */
function given(name: string, value: string): Attributes {
  return value === '' || value === '-' || MADE_IDENTIFIER.test(value) ? {} : { [name]: value };
}
