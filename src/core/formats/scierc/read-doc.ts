import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Span } from '../../model/span.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { sentencesIn, TokenDraft } from '../token-json/token-draft.ts';
import { type ChainLinks, withChains } from '../tokens/chains.ts';

/** Something that was left out, with its path in the record. */
export interface DocProblem {
  readonly code: string;
  readonly message: string;
  readonly path: string;
}

/** A document with what its record says of it. */
export interface ReadDoc {
  readonly draft: TokenDraft;
  readonly records: readonly AnnotationRecord[];
  /** Whether the record says anything about annotations, even that there are none. */
  readonly isAnnotated: boolean;
  readonly problems: readonly DocProblem[];
}

/** Fields with annotations. */
export const ANNOTATIONS = ['ner', 'relations', 'clusters', 'events'];

/** Reads one document; `undefined` where it has no sentences of tokens. */
export function readDoc(record: unknown, links: ChainLinks): ReadDoc | undefined {
  const sentences = isObject(record) ? sentencesIn(record['sentences']) : undefined;
  if (!isObject(record) || !sentences) return undefined;
  const reader = new DocReader(record, new TokenDraft(sentences));
  return reader.read(links);
}

class DocReader {
  readonly #record: JsonObject;
  readonly #draft: TokenDraft;
  readonly #problems: DocProblem[] = [];

  constructor(record: JsonObject, draft: TokenDraft) {
    this.#record = record;
    this.#draft = draft;
  }

  read(links: ChainLinks): ReadDoc {
    for (const { item, path } of this.#bySentence('ner')) this.#readName(item, path);
    for (const { item, path } of this.#bySentence('relations')) this.#readRelation(item, path);
    for (const { item, path } of this.#bySentence('events')) this.#readEvent(item, path);
    const chains = this.#readClusters();
    const { spans, relations } = this.#draft;
    const names = spans.map(({ id }) => chains.get(id) ?? null);
    const linked = withChains(spans, names, links);
    // Links of chains come after the relations of the file, under ids of their own.
    const records = linked.map((one) =>
      one.kind === 'relation' ? { ...one, id: `c${one.id.slice(1)}` } : one,
    );
    return {
      draft: this.#draft,
      records: [...records, ...relations],
      isAnnotated: ANNOTATIONS.some((key) => this.#record[key] !== undefined),
      problems: this.#problems,
    };
  }

  #report(path: string, message: string, code = 'bad-span'): void {
    this.#problems.push({ code, message, path });
  }

  /** Items of a field that has a list for each sentence. */
  #bySentence(
    key: string,
  ): readonly { readonly item: readonly unknown[]; readonly path: string }[] {
    const value = this.#record[key];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      this.#report(key, `‘${key}’ is no list; it was left out.`);
      return [];
    }
    return value.flatMap((list: unknown, i) => {
      if (!Array.isArray(list)) {
        this.#report(`${key}[${i}]`, 'This is no list; it was left out.');
        return [];
      }
      return list.flatMap((item: unknown, j) => {
        const path = `${key}[${i}][${j}]`;
        if (Array.isArray(item)) return [{ item, path }];
        this.#report(path, 'This is no list; it was left out.');
        return [];
      });
    });
  }

  #readName([from, last, type]: readonly unknown[], path: string): void {
    const span = this.#draft.addSpan(from, after(last), type);
    if (typeof span === 'string') this.#report(path, `${span} The span was left out.`);
  }

  #readRelation([from, fromLast, to, toLast, type]: readonly unknown[], path: string): void {
    const ends = [this.#draft.spanAt(from, after(fromLast)), this.#draft.spanAt(to, after(toLast))];
    this.#join(type, ends, path);
  }

  #join(type: unknown, [from, to]: readonly (Span | string | undefined)[], path: string): void {
    const relation =
      typeof from === 'object' && typeof to === 'object'
        ? this.#draft.addRelation(type, from, to)
        : [from, to].find((end) => typeof end === 'string');
    if (typeof relation !== 'string') return;
    this.#report(path, `${relation} The relation was left out.`, 'bad-relation');
  }

  /** A trigger, of one token or more, and the roles that other spans play. */
  #readEvent([head, ...roles]: readonly unknown[], path: string): void {
    const trigger: readonly unknown[] = Array.isArray(head) ? head : [];
    const [from, last] = trigger;
    const to = trigger.length > 2 ? after(last) : after(from);
    const span = this.#draft.addSpan(from, to, trigger.at(-1));
    if (typeof span === 'string') {
      this.#report(path, `${span} The event was left out.`, 'bad-event');
      return;
    }
    for (const [i, role] of roles.entries()) {
      const [start, end, name]: readonly unknown[] = Array.isArray(role) ? role : [];
      this.#join(name, [span, this.#draft.spanAt(start, after(end))], `${path}[${i + 1}]`);
    }
  }

  /** The name of the chain of each span that is in one. */
  #readClusters(): ReadonlyMap<string, string> {
    const chains = new Map<string, string>();
    const clusters = this.#record['clusters'];
    if (clusters !== undefined && clusters !== null && !Array.isArray(clusters)) {
      this.#report('clusters', '‘clusters’ is no list; it was left out.');
    }
    for (const [i, cluster] of (Array.isArray(clusters) ? clusters : []).entries()) {
      const mentions: readonly unknown[] = Array.isArray(cluster) ? cluster : [null];
      for (const [j, mention] of mentions.entries()) {
        const path = `clusters[${i}][${j}]`;
        const [from, last]: readonly unknown[] = Array.isArray(mention) ? mention : [];
        const span = this.#draft.spanAt(from, after(last));
        if (typeof span === 'string') this.#report(path, `${span} The mention was left out.`);
        else if (chains.has(span.id)) {
          const message = 'The mention is in two chains; it stays in the first.';
          this.#report(path, message, 'two-chains');
        } else chains.set(span.id, String(i));
      }
    }
    return chains;
  }
}

/** The end after a last token. */
function after(last: unknown): unknown {
  return typeof last === 'number' ? last + 1 : last;
}
