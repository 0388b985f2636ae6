import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Range } from '../../model/range.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import { byPlace } from '../set-to-json.ts';
import { splitAtBreaks } from './fragments.ts';

/** What becomes of the records of a set in brat. Ids of spans and relations are those of the files. */
export interface SetPlan {
  readonly spans: readonly PlannedSpan[];
  /** Spans of nothing but line breaks, which brat cannot hold. */
  readonly leftOut: readonly Span[];
  readonly relations: readonly PlannedRelation[];
  /** Roles of events, by the id of the span that is the event. */
  readonly roles: ReadonlyMap<string, readonly Relation[]>;
  /** Equivalences: members in order. */
  readonly same: readonly { readonly type: string; readonly members: readonly string[] }[];
  /** Relations that are a role or part of an equivalence: these have no line of their own. */
  readonly withoutLine: readonly Relation[];
}

export interface PlannedSpan {
  readonly span: Span;
  readonly id: string;
  readonly pieces: readonly Range[];
}

export interface PlannedRelation {
  readonly relation: Relation;
  readonly id: string;
}

const EVENT = /^E\d+$/u;
const ROLE = /^E\d+-\d+$/u;
const SAME = /^\*\d+-\d+$/u;

/**
 * Tells which line each record of a set becomes. Ids that came from brat say it: a span `E1` is an event, a
 * relation `E1-2` its second role, `*1-1` a part of an equivalence; further relations of the type of a
 * role that start at an event are roles, too. All else are `T` and `R`.
 */
export function planSet(text: string, records: readonly AnnotationRecord[]): SetPlan {
  const all = records.filter((record) => record.kind === 'span').sort(byPlace);
  const placed = all.map((span) => ({ span, pieces: splitAtBreaks(text, span.ranges) }));
  const spanIds = idsFor(all, /^[TE]\d+$/u, 'T');
  const spans = placed
    .filter(({ pieces }) => pieces.length > 0)
    .map((one) => ({ ...one, id: spanIds.get(one.span.id) ?? '' }));
  const kept = new Set(spans.map(({ span }) => span.id));

  const relations = records
    .filter((record) => record.kind === 'relation')
    .filter(({ from, to }) => kept.has(from) && kept.has(to))
    .sort(byNumbers);
  const roleTypes = new Set(relations.filter(({ id }) => ROLE.test(id)).map(({ type }) => type));
  const sameTypes = new Set(relations.filter(({ id }) => SAME.test(id)).map(({ type }) => type));
  const isSame = ({ id, type }: Relation) => sameTypes.has(type) && !/^R\d+$/u.test(id);
  const isRole = ({ id, from, type }: Relation) =>
    EVENT.test(from) && roleTypes.has(type) && !/^R\d+$/u.test(id);

  const roles = new Map<string, Relation[]>();
  const equivalent: Relation[] = [];
  const own: Relation[] = [];
  for (const relation of relations) {
    if (isSame(relation)) equivalent.push(relation);
    else if (isRole(relation)) {
      roles.set(relation.from, [...(roles.get(relation.from) ?? []), relation]);
    } else own.push(relation);
  }
  const relationIds = idsFor(own, /^R\d+$/u, 'R');
  return {
    spans,
    leftOut: placed.filter(({ pieces }) => pieces.length === 0).map(({ span }) => span),
    relations: own.map((relation) => ({ relation, id: relationIds.get(relation.id) ?? '' })),
    roles,
    same: equivalences(equivalent),
    withoutLine: [...[...roles.values()].flat(), ...equivalent],
  };
}

/** Whether the span is an event, by its planned id. */
export function isEvent({ id }: Pick<PlannedSpan, 'id'>): boolean {
  return id.startsWith('E');
}

/** Ids by record id: those that fit stay, the others get the numbers after them. */
function idsFor(
  records: readonly { readonly id: string }[],
  fits: RegExp,
  letter: string,
): ReadonlyMap<string, string> {
  const numbers = records.filter(({ id }) => fits.test(id)).map(({ id }) => Number(id.slice(1)));
  let next = numbers.reduce((most, number) => Math.max(most, number), 0) + 1;
  return new Map(
    records.map(({ id }) => [
      id,
      fits.test(id) && Number(id.slice(1)) < 1e15 ? id : `${letter}${next++}`,
    ]),
  );
}

/** By the numbers in the id, so that the second role comes before the tenth. */
function byNumbers(a: Relation, b: Relation): number {
  const [x, y] = [a, b].map(({ id }) => (id.match(/\d+/gu) ?? []).map(Number));
  const isBrats = (id: string) => /^(?:R\d+|E\d+-\d+|\*\d+-\d+)$/u.test(id);
  if (isBrats(a.id) && isBrats(b.id)) {
    const difference = (x?.[0] ?? 0) - (y?.[0] ?? 0) || (x?.[1] ?? 0) - (y?.[1] ?? 0);
    if (difference !== 0) return difference;
  } else if (isBrats(a.id) !== isBrats(b.id)) return isBrats(a.id) ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Joins what shares a member, type by type. */
function equivalences(relations: readonly Relation[]): SetPlan['same'] {
  const groups: { type: string; members: string[] }[] = [];
  const groupOf = new Map<string, (typeof groups)[number]>();
  for (const { type, from, to } of relations) {
    const [a, b] = [groupOf.get(`${type}\n${from}`), groupOf.get(`${type}\n${to}`)];
    const group = a ?? b ?? { type, members: [] };
    if (!a && !b) groups.push(group);
    const joined = a && b && a !== b ? b.members : [];
    if (a && b && a !== b) groups.splice(groups.indexOf(b), 1);
    for (const member of [from, to, ...joined]) {
      if (!group.members.includes(member)) group.members.push(member);
      groupOf.set(`${type}\n${member}`, group);
    }
  }
  return groups.filter(({ members }) => members.length > 1);
}
