import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Range } from '../../model/range.ts';
import type { FormatOptions } from '../format.ts';
import type { TokenRange } from '../tokens/align.ts';
import { withoutCrossings } from '../tokens/brackets.ts';
import { chainsOf } from '../tokens/chains.ts';
import { isSpan } from '../tokens/lay-out.ts';
import { encodeName } from '../tokens/names.ts';
import { type PlacedSpan, placeSpans, type Unplaced } from '../tokens/place-spans.ts';
import { tokenChoice } from '../tokens/token-options.ts';
import { bracketKey, type NameStyle, OWN_FIELDS, writeOpening } from './name-style.ts';
import type { Mention } from './parse-document.ts';

/** What has a meaning in brackets of MISC. */
const SPECIAL = '()|-=[]/';

/** A span, or one part of it, as it will be written. */
export interface PlannedName extends PlacedSpan {
  /** What opens its bracket; the type where names are tags. */
  readonly opening: string;
}

/** How names are written in new files. */
export function ownStyle(options: FormatOptions): NameStyle {
  return options['names'] === 'tags'
    ? { kind: 'tags', key: 'NER' }
    : { kind: 'ids', fields: OWN_FIELDS };
}

/** Puts the spans of a set on tokens and names them in the style. */
export function planNames(
  records: readonly AnnotationRecord[],
  tokens: readonly Range[],
  style: NameStyle,
  options: FormatOptions,
  before: readonly Mention[] = [],
): { readonly names: readonly PlannedName[]; readonly unplaced: readonly Unplaced[] } {
  const spans = records.filter(isSpan);
  const inParts = style.kind === 'ids' && (options['discontinuous'] ?? 'parts') === 'parts';
  const choice = tokenChoice(options);
  const { spans: placed, unplaced } = placeSpans(spans, tokens, {
    discontinuous: inParts ? 'each' : choice.discontinuous,
    overlaps: style.kind === 'tags' ? choice.overlaps : 'all',
  });
  const whole = inParts ? onlyWhole(placed) : placed;
  const told = inParts ? unplaced.filter(({ why }) => why !== 'has several ranges') : unplaced;
  const named = nameAll(whole, records, style, before);
  if (style.kind === 'tags') return { names: named, unplaced: told };
  const sound = withoutCrossings(named, ({ opening }) => bracketKey(opening, style));
  if (!inParts) return { names: sound.spans, unplaced: [...told, ...sound.unplaced] };
  const apart = withoutInterleaving(onlyWhole(sound.spans), style);
  return { names: apart.spans, unplaced: [...told, ...sound.unplaced, ...apart.unplaced] };
}

/**
 * Leaves out spans of several parts that begin before another of their chain with as many has ended: its
 * parts could be taken for theirs.
 */
function withoutInterleaving(names: readonly PlannedName[], style: NameStyle) {
  const hulls = new Map<string, { readonly key: string; from: number; to: number }>();
  for (const { span, from, to, opening } of names) {
    if (span.ranges.length < 2) continue;
    const key = bracketKey(opening, style).replace(/\[\d+\//u, '[');
    const known = hulls.get(span.id) ?? { key, from, to };
    hulls.set(span.id, { key: known.key, from: known.from, to: Math.max(known.to, to) });
  }
  const ends = new Map<string, number>();
  const gone = new Set<string>();
  for (const [id, { key, from, to }] of hulls) {
    if (from < (ends.get(key) ?? 0)) gone.add(id);
    else ends.set(key, to);
  }
  const unplaced: readonly Unplaced[] = names
    .filter(({ span }) => gone.has(span.id))
    .map(({ span }) => ({ span, why: 'overlaps' }));
  return { spans: names.filter(({ span }) => !gone.has(span.id)), unplaced };
}

/** Spans all of whose parts are there. */
function onlyWhole<Item extends PlacedSpan>(placed: readonly Item[]): readonly Item[] {
  const counts = new Map<string, number>();
  for (const { span } of placed) counts.set(span.id, (counts.get(span.id) ?? 0) + 1);
  return placed.filter(({ span }) => counts.get(span.id) === span.ranges.length);
}

/** Gives each part its opening: the one it had in the file, or a new one with the id of its chain. */
function nameAll(
  placed: readonly PlacedSpan[],
  records: readonly AnnotationRecord[],
  style: NameStyle,
  before: readonly Mention[],
): readonly PlannedName[] {
  const had = mentionsBySpan(placed, before);
  const partsSoFar = new Map<string, number>();
  const eids = style.kind === 'ids' ? eidsOf(placed, records, had, before) : new Map();
  const counts = new Map<string, number>();
  for (const { span } of placed) counts.set(span.id, (counts.get(span.id) ?? 0) + 1);
  return placed.map((one) => {
    const { span } = one;
    const mention = had.get(span.id);
    const index = partsSoFar.get(span.id) ?? 0;
    partsSoFar.set(span.id, index + 1);
    const opening = mention?.parts[index]?.opening;
    if (style.kind === 'tags') return { ...one, opening: span.type };
    if (style.kind === 'types')
      return { ...one, opening: opening ?? encodeName(span.type, SPECIAL) };
    const eid: string = eids.get(span.id) ?? '';
    if (opening !== undefined && mention?.eid === eid) return { ...one, opening };
    const count = counts.get(span.id) ?? 1;
    const part = count > 1 ? `[${index + 1}/${count}]` : '';
    return {
      ...one,
      opening: writeOpening(`${eid}${part}`, encodeName(span.type, SPECIAL), style.fields),
    };
  });
}

/** The mention of the file that each span is still, if any. */
function mentionsBySpan(
  placed: readonly PlacedSpan[],
  before: readonly Mention[],
): ReadonlyMap<string, Mention> {
  const key = (parts: readonly TokenRange[], type: string) =>
    `${parts.map(({ from, to }) => `${from}-${to}`).join()} ${type}`;
  const free = new Map<string, Mention[]>();
  for (const mention of before) {
    const at = key(mention.parts, mention.type);
    free.set(at, [...(free.get(at) ?? []), mention]);
  }
  const parts = new Map<string, PlacedSpan[]>();
  for (const one of placed) parts.set(one.span.id, [...(parts.get(one.span.id) ?? []), one]);
  const found = new Map<string, Mention>();
  for (const [id, own] of parts) {
    const mention = free.get(key(own, own[0]?.span.type ?? ''))?.shift();
    if (mention) found.set(id, mention);
  }
  return found;
}

/** Ids of entities: spans of one chain share theirs; those that the file gave stay where they can. */
function eidsOf(
  placed: readonly PlacedSpan[],
  records: readonly AnnotationRecord[],
  had: ReadonlyMap<string, Mention>,
  before: readonly Mention[],
): ReadonlyMap<string, string> {
  const chains = chainsOf(records);
  const clusterOf = (id: string) => chains.get(id) ?? id;
  const byCluster = new Map<string, string>();
  const taken = new Set<string>();
  for (const { span } of placed) {
    const eid = had.get(span.id)?.eid ?? null;
    if (eid === null || taken.has(eid) || byCluster.has(clusterOf(span.id))) continue;
    byCluster.set(clusterOf(span.id), eid);
    taken.add(eid);
  }
  const isBare = before.length > 0 && before.every(({ eid }) => /^\d/u.test(eid ?? ''));
  let last = 0;
  for (const { eid } of before) {
    const number = Number(/\d+$/u.exec((eid ?? '').slice(-15))?.[0] ?? 0);
    last = Math.max(last, number);
  }
  for (const { span } of placed) {
    const cluster = clusterOf(span.id);
    if (!byCluster.has(cluster)) byCluster.set(cluster, `${isBare ? '' : 'e'}${++last}`);
  }
  return new Map(placed.map(({ span }) => [span.id, byCluster.get(clusterOf(span.id)) ?? '']));
}
