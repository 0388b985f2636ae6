import { type AgreementSpan, compareSpans } from '../agreement/agreement-span.ts';
import { heaviestMatching } from '../agreement/matching/heaviest-matching.ts';
import { overlapsOf } from '../agreement/matching/overlaps.ts';
import type { AnnotatorId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { ComparedSet, Item } from './compared-set.ts';

export type SpanItem = Item<Span>;

/**
 * Brings together the spans with which several annotators mean the same: first those of equal ranges and type,
 * then those of equal ranges, then those that share the most characters. Spans of different types that
 * overlap are one thing only where they share half of what they cover together.
 * Takes the sets in their order; each span is in exactly one item.
 * @returns Items in the order of the text.
 */
export function alignSpans(sets: readonly ComparedSet[]): readonly SpanItem[] {
  const items: OpenItem[] = [];
  for (const { annotatorId, spans } of sets) {
    const rest = [typedPlaceKey, placeKey].reduce(
      (left, keyOf) => joinByKey(items, annotatorId, left, keyOf),
      spans,
    );
    for (const span of joinByOverlap(items, annotatorId, rest)) {
      items.push({ members: new Map([[annotatorId, span]]) });
    }
  }
  return items.sort((a, b) => compareSpans(firstOf(a), firstOf(b)));
}

/** An item that can still be joined. */
interface OpenItem {
  readonly members: Map<AnnotatorId, Span>;
}

type KeyOf = (span: Span) => string;

/** The ranges, as a key. */
export const placeKey: KeyOf = ({ ranges }) =>
  ranges.map(({ start, end }) => `${start}-${end}`).join(',');
const typedPlaceKey: KeyOf = (span) => `${placeKey(span)} ${span.type}`;

/** Joins spans to items that have a member of the same key. @returns the spans that found none. */
function joinByKey(
  items: readonly OpenItem[],
  annotatorId: AnnotatorId,
  spans: readonly Span[],
  keyOf: KeyOf,
): readonly Span[] {
  const waiting = new Map<string, Set<OpenItem>>();
  for (const item of items) {
    if (item.members.has(annotatorId)) continue;
    for (const member of item.members.values()) {
      const key = keyOf(member);
      const group = waiting.get(key);
      if (group) group.add(item);
      else waiting.set(key, new Set([item]));
    }
  }
  return spans.filter((span) => {
    for (const item of waiting.get(keyOf(span)) ?? []) {
      if (item.members.has(annotatorId)) continue;
      item.members.set(annotatorId, span);
      return false;
    }
    return true;
  });
}

/** Joins spans to the items with which they share the most. @returns the spans that found none. */
function joinByOverlap(
  items: readonly OpenItem[],
  annotatorId: AnnotatorId,
  spans: readonly Span[],
): readonly Span[] {
  const own = spans.map(asAgreementSpan).sort(compareSpans);
  const open = items.filter(({ members }) => !members.has(annotatorId));
  const others = open
    .flatMap(({ members }, item) =>
      [...members.values()].map((member) => ({ ...asAgreementSpan(member), item })),
    )
    .sort(compareSpans);
  const weights = new Map<string, { first: number; second: number; weight: number }>();
  for (const { first, second, shared } of overlapsOf(own, others)) {
    const [one, other] = [own[first], others[second]];
    if (!one || !other || !isOneThing(one, other, shared)) continue;
    const weight = 2 * shared + Number(one.label === other.label);
    const key = `${first} ${other.item}`;
    if (weight > (weights.get(key)?.weight ?? 0)) {
      weights.set(key, { first, second: other.item, weight });
    }
  }
  const partners = heaviestMatching(own.length, open.length, [...weights.values()]);
  return own.flatMap(({ span }, i) => {
    const item = open[partners[i] ?? -1];
    item?.members.set(annotatorId, span);
    return item ? [] : [span];
  });
}

function asAgreementSpan(span: Span): AgreementSpan & { readonly span: Span } {
  return { ranges: span.ranges, label: span.type, span };
}

function isOneThing(a: AgreementSpan, b: AgreementSpan, shared: number): boolean {
  return a.label === b.label || 2 * shared >= lengthOf(a) + lengthOf(b) - shared;
}

function lengthOf({ ranges }: AgreementSpan): number {
  return ranges.reduce((length, { start, end }) => length + end - start, 0);
}

function firstOf({ members }: SpanItem): AgreementSpan {
  const [span] = members.values();
  return span ? asAgreementSpan(span) : { ranges: [], label: '' };
}
