import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { labelId } from '../../model/document-label.ts';
import type { Range } from '../../model/range.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { OffsetPlaces } from '../json/offset-units.ts';

/** Name of the document label that holds the categories. */
export const CATEGORIES = 'cats';

const KNOWN = new Set(['text', 'ents', 'entities', 'spans', 'cats', 'tokens', 'sents', '_']);

export interface DocProblem {
  readonly code: string;
  readonly message: string;
  readonly path: string;
}

export interface ReadDoc {
  readonly text: string;
  readonly records: readonly AnnotationRecord[];
  readonly tokens: readonly Range[] | undefined;
  readonly sentences: readonly Range[] | undefined;
  readonly isAnnotated: boolean;
  readonly problems: readonly DocProblem[];
}

/**
 * Reads what `Doc.to_json` of spaCy writes, or a pair of a text and its annotations as in older training
 * data. `undefined` where there is no text. Offsets count code points.
 */
export function readDoc(value: unknown): ReadDoc | undefined {
  if (Array.isArray(value)) {
    const [text, annotations]: readonly unknown[] = value;
    return typeof text === 'string' && isObject(annotations)
      ? new DocReader(annotations, text).read()
      : undefined;
  }
  if (!isObject(value) || typeof value['text'] !== 'string') return undefined;
  return new DocReader(value, value['text']).read();
}

class DocReader {
  readonly #doc: JsonObject;
  readonly #text: string;
  readonly #places: OffsetPlaces;
  readonly #problems: DocProblem[] = [];
  readonly #records: AnnotationRecord[] = [];
  /** Ids of spans by place and label, for spans that stand in several lists. */
  readonly #known = new Map<string, string>();
  #count = 0;

  constructor(doc: JsonObject, text: string) {
    this.#doc = doc;
    this.#text = text;
    this.#places = new OffsetPlaces(text, 'code-points');
  }

  read(): ReadDoc {
    const { spans, ents, entities, cats, _: own } = this.#doc;
    let ids: readonly (string | undefined)[] = [];
    for (const [group, list] of isObject(spans) ? Object.entries(spans) : []) {
      const found = listOf(list).map((span, i) => this.#readSpan(span, `spans.${group}[${i}]`));
      if (group === 'sc') ids = found;
    }
    // Entities repeat spans of the groups; what stands there is not read twice.
    for (const [key, list] of [['ents', ents] as const, ['entities', entities] as const]) {
      for (const [i, span] of listOf(list).entries()) this.#readSpan(span, `${key}[${i}]`, true);
    }
    const relations = isObject(own) ? own['relations'] : undefined;
    for (const [i, one] of listOf(relations).entries()) this.#readRelation(one, i, ids);
    this.#readCategories(cats);
    for (const key of Object.keys(this.#doc)) {
      if (KNOWN.has(key)) continue;
      this.#report(key, 'not-read', `What stands under ‘${key}’ is kept, but was not read.`);
    }
    const isAnnotated = [spans, ents, entities].some((one) => one !== undefined);
    return {
      text: this.#text,
      records: this.#records,
      tokens: this.#ranges('tokens'),
      sentences: this.#ranges('sents'),
      isAnnotated: isAnnotated || this.#records.length > 0,
      problems: this.#problems,
    };
  }

  #report(path: string, code: string, message: string): void {
    this.#problems.push({ code, message, path });
  }

  #readSpan(given: unknown, path: string, once = false): string | undefined {
    const [start, end, label] = Array.isArray(given)
      ? given
      : isObject(given)
        ? [given['start'], given['end'], given['label']]
        : [];
    const range = this.#places.rangeOf(start, end);
    if (typeof range === 'string' || typeof label !== 'string' || label === '') {
      const reason = typeof range === 'string' ? range : 'It has no label.';
      this.#report(path, 'bad-span', `${reason} The span was left out.`);
      return undefined;
    }
    const key = `${range.start}-${range.end} ${label}`;
    const known = this.#known.get(key);
    if (once && known !== undefined) return known;
    const id = `s${++this.#count}`;
    this.#known.set(key, id);
    const common = { id, type: label, attributes: {}, note: '' };
    this.#records.push({ kind: 'span', ...common, ranges: [range] });
    return id;
  }

  #readRelation(given: unknown, index: number, ids: readonly (string | undefined)[]): void {
    const path = `_.relations[${index}]`;
    const { head, child, label } = isObject(given) ? given : {};
    const [from, to] = [ids[Number(head)], ids[Number(child)]];
    if (from === undefined || to === undefined || typeof label !== 'string' || label === '') {
      this.#report(path, 'bad-relation', 'The relation has no label or no ends; it was left out.');
      return;
    }
    const common = { id: `r${index + 1}`, type: label, attributes: {}, note: '' };
    this.#records.push({ kind: 'relation', ...common, from, to });
  }

  #readCategories(cats: unknown): void {
    const chosen: string[] = [];
    for (const [name, score] of isObject(cats) ? Object.entries(cats) : []) {
      if ((score === 1 || score === true) && name !== '') chosen.push(name);
      else if (score !== 0 && score !== false) {
        const message = `The score of ‘${name}’ is neither 0 nor 1, so it is not clear whether it holds.`;
        this.#report('cats', 'score', message);
      }
    }
    const [first, ...more] = chosen;
    if (first === undefined) return;
    const value = more.length === 0 ? first : [first, ...more];
    this.#records.push({ kind: 'label', id: labelId(CATEGORIES), name: CATEGORIES, value });
  }

  /** Tokens or sentences; `undefined` where they are not given, or wrong. */
  #ranges(key: 'tokens' | 'sents'): readonly Range[] | undefined {
    const list = this.#doc[key];
    if (!Array.isArray(list)) return undefined;
    const ranges: Range[] = [];
    for (const [i, one] of list.entries()) {
      const range = isObject(one) ? this.#places.rangeOf(one['start'], one['end']) : 'It is odd.';
      const isAfter = typeof range !== 'string' && range.start >= (ranges.at(-1)?.end ?? 0);
      if (typeof range === 'string' || !isAfter) {
        const reason = typeof range === 'string' ? range : 'It overlaps the one before.';
        this.#report(`${key}[${i}]`, 'bad-token', `${reason} The ${key} were not read.`);
        return undefined;
      }
      ranges.push(range);
    }
    return ranges;
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
