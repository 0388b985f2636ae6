import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { hull } from '../../model/range.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import type { FormatOption, FormatOptions } from '../format.ts';

/** Type of the relations between mentions of the same thing. */
export const COREFERENCE = 'coreference';
/** Attribute that names the chain of a mention, where chains are not relations. */
export const CHAIN = 'chain';

/** How chains of mentions are read. */
export type ChainLinks = 'consecutive' | 'first' | 'attribute';

/** Which spans speak of the same thing: by span id, the id of one span that stands for all of them. */
export function chainsOf(records: readonly AnnotationRecord[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const root = (id: string): string => {
    let top = id;
    for (let next = parents.get(top); next !== undefined && next !== top; next = parents.get(top)) {
      top = next;
    }
    // Shortens the way for the next time.
    for (let at = id; at !== top; ) {
      const next = parents.get(at) ?? top;
      parents.set(at, top);
      at = next;
    }
    return top;
  };
  const join = (a: string, b: string) => {
    if (!parents.has(a)) parents.set(a, a);
    if (!parents.has(b)) parents.set(b, b);
    parents.set(root(b), root(a));
  };
  const spans = new Set(records.filter(({ kind }) => kind === 'span').map(({ id }) => id));
  const named = new Map<string, string>();
  for (const record of records) {
    if (record.kind === 'relation') {
      const isLink = record.type === COREFERENCE && spans.has(record.from) && spans.has(record.to);
      if (isLink) join(record.from, record.to);
    } else if (record.kind === 'span' && record.attributes[CHAIN] !== undefined) {
      const name = JSON.stringify(record.attributes[CHAIN]);
      join(named.get(name) ?? record.id, record.id);
      named.set(name, named.get(name) ?? record.id);
    }
  }
  return new Map([...parents.keys()].map((id) => [id, root(id)]));
}

/**
 * Links the mentions of one chain.
 * @param mentions in the order of the text.
 * @param firstId number of the first relation made.
 */
function linkChain(
  mentions: readonly Span[],
  links: 'consecutive' | 'first',
  firstId: number,
): readonly Relation[] {
  return mentions.slice(1).map((mention, i) => ({
    kind: 'relation',
    id: `r${firstId + i}`,
    type: COREFERENCE,
    from: mention.id,
    to: mentions[links === 'first' ? 0 : i]?.id ?? mention.id,
    attributes: {},
    note: '',
  }));
}

/** Relations that are not links of chains, which formats of chains leave out. */
export function otherRelations(records: readonly AnnotationRecord[]): number {
  return records.filter((record) => record.kind === 'relation' && record.type !== COREFERENCE)
    .length;
}

/** The choice of how chains are read. */
export const CHAINS_OPTION: FormatOption = {
  id: 'chains',
  name: 'Chains of mentions',
  description: 'How mentions of the same thing are held together.',
  choices: [
    { value: 'consecutive', name: 'Relations from each mention to the one before it' },
    { value: 'first', name: 'Relations from each mention to the first' },
    { value: 'attribute', name: 'An attribute with the name of the chain' },
  ],
  default: 'consecutive',
};

/** The chosen way to read chains. */
export function chainLinks(options: FormatOptions): ChainLinks {
  const ways: readonly ChainLinks[] = ['consecutive', 'first', 'attribute'];
  return ways.find((one) => one === options['chains']) ?? 'consecutive';
}

/**
 * Holds spans of one chain together.
 * @param names name of the chain of each span; `null` for none.
 */
export function withChains(
  spans: readonly Span[],
  names: readonly (string | null)[],
  links: ChainLinks,
): readonly AnnotationRecord[] {
  if (links === 'attribute') {
    return spans.map((span, i) => {
      const name = names[i] ?? null;
      return name === null ? span : { ...span, attributes: { ...span.attributes, [CHAIN]: name } };
    });
  }
  const chains = new Map<string, Span[]>();
  for (const [i, span] of spans.entries()) {
    const name = names[i] ?? null;
    if (name === null) continue;
    const chain = chains.get(name) ?? [];
    chain.push(span);
    chains.set(name, chain);
  }
  const relations: Relation[] = [];
  for (const chain of chains.values()) {
    chain.sort(
      (a, b) => a.ranges[0].start - b.ranges[0].start || hull(b.ranges).end - hull(a.ranges).end,
    );
    relations.push(...linkChain(chain, links, relations.length + 1));
  }
  return [...spans, ...relations];
}
