import { type AgreementSpan, comparePlaces, compareSpans } from '../agreement-span.ts';
import type { Edge } from './maximum-matching.ts';

/**
 * Pairs of spans with exactly the same ranges, one to one. Where several spans cover one place, those of the
 * same label are paired first. Both lists sorted by `compareSpans`, without duplicates.
 */
export function exactPairs(
  first: readonly AgreementSpan[],
  second: readonly AgreementSpan[],
): readonly Edge[] {
  const pairs: Edge[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const [a, b] = [first[i], second[j]];
    if (!a || !b) return pairs;
    const order = comparePlaces(a, b);
    if (order < 0) i++;
    else if (order > 0) j++;
    else {
      const untilI = endOfPlace(first, i);
      const untilJ = endOfPlace(second, j);
      pairAtOnePlace(first, second, [i, untilI], [j, untilJ], pairs);
      i = untilI;
      j = untilJ;
    }
  }
}

function endOfPlace(spans: readonly AgreementSpan[], from: number): number {
  const place = spans[from];
  let end = from + 1;
  for (let next = spans[end]; place && next && comparePlaces(place, next) === 0; )
    next = spans[++end];
  return end;
}

type Stretch = readonly [from: number, until: number];

function pairAtOnePlace(
  first: readonly AgreementSpan[],
  second: readonly AgreementSpan[],
  [fromI, untilI]: Stretch,
  [fromJ, untilJ]: Stretch,
  pairs: Edge[],
): void {
  const leftI: number[] = [];
  const leftJ: number[] = [];
  let i = fromI;
  let j = fromJ;
  while (i < untilI || j < untilJ) {
    const a = i < untilI ? first[i] : undefined;
    const b = j < untilJ ? second[j] : undefined;
    const order = a && b ? compareSpans(a, b) : a ? -1 : 1;
    if (order === 0) pairs.push({ first: i++, second: j++ });
    else if (order < 0) leftI.push(i++);
    else leftJ.push(j++);
  }
  for (const [at, left] of leftI.entries()) {
    const right = leftJ[at];
    if (right !== undefined) pairs.push({ first: left, second: right });
  }
}
