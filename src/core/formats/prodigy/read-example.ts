import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { labelId } from '../../model/document-label.ts';
import type { Range } from '../../model/range.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { OffsetPlaces } from '../json/offset-units.ts';

/** Name of the document label that holds categories of the text. */
export const CATEGORIES = 'cats';

export interface ExampleProblem {
  readonly code: string;
  readonly message: string;
  readonly path: string;
}

export interface ReadExample {
  readonly text: string;
  readonly records: readonly AnnotationRecord[];
  readonly tokens: readonly Range[] | undefined;
  /** Whether somebody accepted it; rejected and ignored examples hold no annotations. */
  readonly isAnnotated: boolean;
  readonly problems: readonly ExampleProblem[];
}

/** Reads one example of Prodigy; `undefined` where it has no text. Offsets count code points. */
export function readExample(example: JsonObject): ReadExample | undefined {
  const text = example['text'];
  return typeof text === 'string' ? new ExampleReader(example, text).read() : undefined;
}

class ExampleReader {
  readonly #example: JsonObject;
  readonly #text: string;
  readonly #places: OffsetPlaces;
  readonly #problems: ExampleProblem[] = [];
  readonly #records: AnnotationRecord[] = [];
  /** Ids of spans by place and label, and by place alone. */
  readonly #spans = new Map<string, string>();
  #count = 0;

  constructor(example: JsonObject, text: string) {
    this.#example = example;
    this.#text = text;
    this.#places = new OffsetPlaces(text, 'code-points');
  }

  read(): ReadExample {
    const { answer, spans, relations } = this.#example;
    const tokens = this.#tokens();
    const isRefused = answer === 'reject' || answer === 'ignore';
    const hasMarks =
      'spans' in this.#example || 'relations' in this.#example || answer === 'accept';
    if (!isRefused) {
      for (const [i, span] of listOf(spans).entries()) this.#readSpan(span, `spans[${i}]`);
      for (const [i, one] of listOf(relations).entries()) {
        this.#readRelation(one, i, tokens);
      }
      this.#readCategories();
    } else if (answer === 'reject' || listOf(spans).length > 0) {
      const message = `The answer is ‘${answer}’, so what is proposed here is no annotation.`;
      this.#report('answer', 'not-accepted', message);
    }
    return {
      text: this.#text,
      records: this.#records,
      tokens,
      isAnnotated: !isRefused && (hasMarks || this.#records.length > 0),
      problems: this.#problems,
    };
  }

  #report(path: string, code: string, message: string): void {
    this.#problems.push({ code, message, path });
  }

  #tokens(): readonly Range[] | undefined {
    const { tokens } = this.#example;
    if (!Array.isArray(tokens)) return undefined;
    const ranges: Range[] = [];
    for (const [i, token] of tokens.entries()) {
      const range = isObject(token)
        ? this.#places.rangeOf(token['start'], token['end'])
        : 'It is no token.';
      const words = isObject(token) ? token['text'] : undefined;
      const fault =
        typeof range === 'string'
          ? range
          : range.start < (ranges.at(-1)?.end ?? 0)
            ? 'It overlaps the token before it.'
            : typeof words === 'string' && words !== this.#text.slice(range.start, range.end)
              ? `Its text is ‘${words.slice(0, 40)}’, which is not what the text has there.`
              : undefined;
      if (fault !== undefined || typeof range === 'string') {
        this.#report(`tokens[${i}]`, 'bad-token', `${fault} The tokens were not read.`);
        return undefined;
      }
      ranges.push(range);
    }
    return ranges;
  }

  #readSpan(span: unknown, path: string): void {
    if (!isObject(span)) {
      this.#report(path, 'bad-span', 'This is no span; it was left out.');
      return;
    }
    const { start, end, label } = span;
    const range = this.#places.rangeOf(start, end);
    if (typeof range === 'string') {
      this.#report(path, 'bad-span', `${range} The span was left out.`);
    } else if (typeof label !== 'string' || label === '') {
      this.#report(path, 'no-name', 'The span has no label; it was left out.');
    } else this.#addSpan(range, label, start, end);
  }

  #addSpan(range: Range, label: string, start: unknown, end: unknown): string {
    const id = `s${++this.#count}`;
    const common = { id, type: label, attributes: {}, note: '' };
    this.#records.push({ kind: 'span', ...common, ranges: [range] });
    for (const key of [`${start}-${end} ${label}`, `${start}-${end}`]) {
      if (!this.#spans.has(key)) this.#spans.set(key, id);
    }
    return id;
  }

  #readRelation(relation: unknown, index: number, tokens: readonly Range[] | undefined): void {
    const path = `relations[${index}]`;
    if (!isObject(relation)) {
      this.#report(path, 'bad-relation', 'This is no relation; it was left out.');
      return;
    }
    const { label } = relation;
    const from = this.#endOf(relation, 'head', tokens);
    const to = this.#endOf(relation, 'child', tokens);
    if (from === undefined || to === undefined) {
      this.#report(path, 'no-end', 'An end of the relation is no span; it was left out.');
    } else if (typeof label !== 'string' || label === '') {
      this.#report(path, 'no-name', 'The relation has no label; it was left out.');
    } else {
      const common = { id: `r${index + 1}`, type: label, attributes: {}, note: '' };
      this.#records.push({ kind: 'relation', ...common, from, to });
    }
  }

  /** The span at an end: the one of its place, else that which ends with the token of its number. */
  #endOf(
    relation: JsonObject,
    end: 'head' | 'child',
    tokens: readonly Range[] | undefined,
  ): string | undefined {
    const place = relation[`${end}_span`];
    if (isObject(place)) {
      const key = `${place['start']}-${place['end']}`;
      return this.#spans.get(`${key} ${place['label']}`) ?? this.#spans.get(key);
    }
    const token = tokens?.[Number(relation[end])];
    const spans = this.#records.filter((record) => record.kind === 'span');
    return token && spans.find(({ ranges: [{ end: last }] }) => last === token.end)?.id;
  }

  /** The label of the text, or those options that were chosen. */
  #readCategories(): void {
    const { label, accept } = this.#example;
    const chosen = listOf(accept).map(String);
    const categories = typeof label === 'string' && label !== '' ? [label, ...chosen] : chosen;
    const [first, ...more] = categories;
    if (first === undefined) return;
    const value = more.length === 0 ? first : [first, ...more];
    this.#records.push({ kind: 'label', id: labelId(CATEGORIES), name: CATEGORIES, value });
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
