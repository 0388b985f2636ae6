import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Span } from '../../model/span.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { sentencesIn, TokenDraft } from '../token-json/token-draft.ts';
import { type ChainLinks, withChains } from '../tokens/chains.ts';

/** Attribute of relations: numbers, as text, of the sentences that speak for them. */
export const EVIDENCE = 'evidence';

/** Something that was left out, with its path in the record. */
export interface DocumentProblem {
  readonly code: string;
  readonly message: string;
  readonly path: string;
}

/** A document with what its record says of it. */
export interface ReadDocument {
  readonly draft: TokenDraft;
  readonly records: readonly AnnotationRecord[];
  readonly problems: readonly DocumentProblem[];
}

/**
 * Reads one document of DocRED. An entity is a chain of mentions; a relation between entities joins the
 * first mention of each. `undefined` where the record has no sentences of tokens.
 */
export function readDocument(record: unknown, links: ChainLinks): ReadDocument | undefined {
  const sentences = isObject(record) ? sentencesIn(record['sents']) : undefined;
  if (!isObject(record) || !sentences) return undefined;
  const draft = new TokenDraft(sentences);
  const problems: DocumentProblem[] = [];
  const firsts = readEntities(record, draft, problems);
  readLabels(record, draft, firsts.byEntity, problems);
  const names = draft.spans.map(({ id }) => firsts.chains.get(id) ?? null);
  // Links of chains have ids of their own beside the relations of the file.
  const linked = withChains(draft.spans, names, links).map((one) =>
    one.kind === 'relation' ? { ...one, id: `c${one.id.slice(1)}` } : one,
  );
  return { draft, records: [...linked, ...draft.relations], problems };
}

interface Entities {
  /** First mention of each entity that has one. */
  readonly byEntity: ReadonlyMap<number, Span>;
  /** Name of the chain of each mention of an entity that has several. */
  readonly chains: ReadonlyMap<string, string>;
}

function readEntities(
  record: JsonObject,
  draft: TokenDraft,
  problems: DocumentProblem[],
): Entities {
  const byEntity = new Map<number, Span>();
  const chains = new Map<string, string>();
  for (const [i, entity] of listIn(record, 'vertexSet', problems).entries()) {
    const mentions: Span[] = [];
    for (const [j, mention] of (Array.isArray(entity) ? entity : [entity]).entries()) {
      const span = isObject(mention) ? addMention(mention, draft) : 'This is no mention.';
      if (typeof span === 'object') mentions.push(span);
      else {
        const path = `vertexSet[${i}][${j}]`;
        problems.push({ code: 'bad-span', message: `${span} The mention was left out.`, path });
      }
    }
    const [first, ...more] = mentions;
    if (first) byEntity.set(i, first);
    if (more.length > 0) for (const { id } of mentions) chains.set(id, String(i));
  }
  return { byEntity, chains };
}

function addMention(mention: JsonObject, draft: TokenDraft): Span | string {
  const { pos, type } = mention;
  const sentence = Number(mention['sent_id']);
  const [from, to]: readonly unknown[] = Array.isArray(pos) ? pos : [];
  const [start, end] = [draft.starts[sentence], draft.starts[sentence + 1]];
  if (start === undefined || end === undefined) {
    return `Sentence ${String(mention['sent_id']).slice(0, 20)} is not there.`;
  }
  if (typeof from !== 'number' || typeof to !== 'number') return 'Its tokens are not numbers.';
  if (from < 0 || start + to > end) {
    return `Its tokens ${from} to ${to} do not lie in the sentence, which has ${end - start}.`;
  }
  return draft.addSpan(start + from, start + to, type);
}

function readLabels(
  record: JsonObject,
  draft: TokenDraft,
  entities: ReadonlyMap<number, Span>,
  problems: DocumentProblem[],
): void {
  for (const [i, label] of listIn(record, 'labels', problems).entries()) {
    const { h, t, r, evidence } = isObject(label) ? label : {};
    const [from, to] = [entities.get(Number(h)), entities.get(Number(t))];
    const lines = Array.isArray(evidence) ? evidence.map((line) => String(line)) : [];
    const attributes = lines.length > 0 ? { [EVIDENCE]: lines } : {};
    const relation =
      from && to
        ? draft.addRelation(r, from, to, attributes)
        : 'It names an entity that has no mention.';
    if (typeof relation !== 'string') continue;
    const message = `${relation} The relation was left out.`;
    problems.push({ code: 'bad-relation', message, path: `labels[${i}]` });
  }
}

function listIn(record: JsonObject, key: string, problems: DocumentProblem[]): readonly unknown[] {
  const value = record[key];
  if (Array.isArray(value)) return value;
  if (value !== undefined && value !== null) {
    problems.push({ code: 'bad-list', message: `‘${key}’ is no list.`, path: key });
  }
  return [];
}
