import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import type { Loss } from '../losses.ts';
import { type Plan, planLosses, planTokens } from '../token-json/plan.ts';
import { chainsOf } from '../tokens/chains.ts';
import type { DocumentOfOne } from '../tokens/files-by-annotator.ts';
import { EVIDENCE } from './read-document.ts';

/** A relation between two entities. */
export interface EntityRelation {
  readonly h: number;
  readonly t: number;
  readonly r: string;
  readonly evidence: readonly number[];
}

/** How a document is written: entities as lists of spans, and relations between them. */
export interface EntityPlan {
  readonly plan: Plan;
  /** Places of spans. */
  readonly entities: readonly (readonly number[])[];
  readonly relations: readonly EntityRelation[];
  /** What is not said as it was. */
  readonly moved: readonly AnnotationRecord[];
  readonly doubled: readonly AnnotationRecord[];
}

/** Makes entities of chains, and of each span that is in none. */
export function planEntities(one: DocumentOfOne, options: FormatOptions): EntityPlan {
  const plan = planTokens(one, options, { within: false, chains: true });
  const chains = chainsOf(one.records);
  const entities: number[][] = [];
  const byChain = new Map<string, number>();
  const entityOf = new Map<number, number>();
  for (const [i, { span }] of plan.spans.entries()) {
    const chain = chains.get(span.id);
    const known = chain === undefined ? undefined : byChain.get(chain);
    const entity = known ?? entities.length;
    if (known === undefined) entities.push([]);
    if (chain !== undefined) byChain.set(chain, entity);
    entities[entity]?.push(i);
    entityOf.set(i, entity);
  }
  const relations = new Map<string, EntityRelation>();
  const moved: AnnotationRecord[] = [];
  const doubled: AnnotationRecord[] = [];
  for (const { relation, from, to } of plan.relations) {
    const [h, t] = [entityOf.get(from) ?? 0, entityOf.get(to) ?? 0];
    const key = JSON.stringify([h, t, relation.type]);
    if (relations.has(key)) doubled.push(relation);
    else if (entities[h]?.[0] !== from || entities[t]?.[0] !== to) moved.push(relation);
    const evidence = [...(relations.get(key)?.evidence ?? []), ...evidenceOf(relation.attributes)];
    const sorted = [...new Set(evidence)].sort((a, b) => a - b);
    relations.set(key, { h, t, r: relation.type, evidence: sorted });
  }
  return { plan, entities, relations: [...relations.values()], moved, doubled };
}

function evidenceOf(attributes: Readonly<Record<string, unknown>>): readonly number[] {
  const value = Object.hasOwn(attributes, EVIDENCE) ? attributes[EVIDENCE] : undefined;
  const lines: readonly unknown[] = Array.isArray(value) ? value : [value];
  return lines.flatMap((line) => (/^\d{1,9}$/u.test(String(line)) ? [Number(line)] : []));
}

/** What the format cannot hold of this dataset: its relations are those of entities, not of mentions. */
export function docredLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  const moved = new Set<AnnotationRecord>();
  const doubled = new Set<AnnotationRecord>();
  const attributes = new Set<AnnotationRecord>();
  let values = 0;
  for (const { document, set } of setsOf(dataset)) {
    const plan = planEntities({ document, records: set.records }, options);
    for (const one of plan.moved) moved.add(one);
    for (const one of plan.doubled) doubled.add(one);
    for (const record of set.records) {
      if (record.kind !== 'span' && record.kind !== 'relation') continue;
      const lost = Object.entries(record.attributes).filter(
        ([name, value]) => !(record.kind === 'relation' && name === EVIDENCE && isNumbers(value)),
      );
      values += lost.length;
      if (lost.length > 0) attributes.add(record);
    }
  }
  const losses: readonly Loss[] = [
    {
      what: 'attribute values',
      count: values,
      why: `The format has no attributes but ‘${EVIDENCE}’ of relations: numbers of sentences.`,
      records: attributes,
    },
    {
      what: 'relations between later mentions',
      count: moved.size,
      why: 'The format joins entities; these relations come back between their first mentions.',
      records: moved,
    },
    {
      what: 'relations said twice',
      count: doubled.size,
      why: 'Between two entities, the format has each relation once.',
      records: doubled,
    },
  ];
  return [
    ...planLosses(dataset, options, { within: false, chains: true }),
    ...losses.filter(({ count }) => count > 0),
  ];
}

function isNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every((line) => /^\d{1,9}$/u.test(String(line)));
}
