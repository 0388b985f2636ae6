import { type AgreementSpan, comparePlaces } from '../agreement-span.ts';
import { exactPairs } from './exact-pairs.ts';
import { heaviestMatching, type WeightedEdge } from './heaviest-matching.ts';
import { type Edge, maximumMatching } from './maximum-matching.ts';
import { type Overlap, overlapsOf } from './overlaps.ts';

/** What counts as a match of two spans. */
export type MatchRule = 'exact' | 'overlap';

/** Pairs of one-to-one matched spans, by their places in the two lists. */
export type Pairs = readonly Edge[];

/**
 * Two annotators' spans of one document, each list sorted and without duplicates (`distinctSpans`).
 * Overlaps are found once, for all the measures that ask for them.
 */
export class SpanPairing {
  readonly first: readonly AgreementSpan[];
  readonly second: readonly AgreementSpan[];
  #exact: Pairs | undefined;
  #overlaps: readonly Overlap[] | undefined;

  constructor(first: readonly AgreementSpan[], second: readonly AgreementSpan[]) {
    this.first = first;
    this.second = second;
  }

  /** Equal ranges; spans of the same label first where several are at one place. */
  exact(): Pairs {
    this.#exact ??= exactPairs(this.first, this.second);
    return this.#exact;
  }

  overlaps(): readonly Overlap[] {
    this.#overlaps ??= overlapsOf(this.first, this.second);
    return this.#overlaps;
  }

  isSameLabel({ first, second }: Edge): boolean {
    return this.first[first]?.label === this.second[second]?.label;
  }

  isSamePlace({ first, second }: Edge): boolean {
    const [a, b] = [this.first[first], this.second[second]];
    return a !== undefined && b !== undefined && comparePlaces(a, b) === 0;
  }

  /** As many pairs as possible that share a character, and the label where that is asked. */
  mostOverlapping(isLabelled: boolean): Pairs {
    const edges = isLabelled
      ? this.overlaps().filter((pair) => this.isSameLabel(pair))
      : this.overlaps();
    return pairsOf(maximumMatching(this.first.length, this.second.length, edges));
  }

  /** The pairs of the largest total weight. @param weigh whole number; 0 and less: not to be paired. */
  heaviest(weigh: (pair: Overlap) => number): Pairs {
    const { lone, tangled } = this.#untangle();
    const pairs: Edge[] = lone.filter((pair) => weigh(pair) > 0);
    if (tangled.length === 0) return pairs;
    const edges: WeightedEdge[] = [];
    const places = [new Numbering(), new Numbering()] as const;
    for (const pair of tangled) {
      const weight = weigh(pair);
      if (weight <= 0) continue;
      const [first, second] = [places[0].of(pair.first), places[1].of(pair.second)];
      edges.push({ first, second, weight });
    }
    const found = pairsOf(heaviestMatching(places[0].size, places[1].size, edges));
    for (const { first, second } of found) {
      pairs.push({ first: places[0].at(first), second: places[1].at(second) });
    }
    return pairs;
  }

  /** Most spans overlap one other at most: only for the rest is there anything to choose. */
  #untangle() {
    const overlaps = this.overlaps();
    const ofFirst = new Uint32Array(this.first.length);
    const ofSecond = new Uint32Array(this.second.length);
    for (const { first, second } of overlaps) {
      ofFirst[first] = (ofFirst[first] ?? 0) + 1;
      ofSecond[second] = (ofSecond[second] ?? 0) + 1;
    }
    const isLone = ({ first, second }: Overlap) => ofFirst[first] === 1 && ofSecond[second] === 1;
    return {
      lone: overlaps.filter(isLone),
      tangled: overlaps.filter((pair) => !isLone(pair)),
    };
  }

  /** The pairs that share the most characters; of equal ones those with more equal labels. */
  closest(): Pairs {
    const ties = Math.min(this.first.length, this.second.length) + 1;
    return this.heaviest((pair) => pair.shared * ties + Number(this.isSameLabel(pair)));
  }
}

function pairsOf(ofFirst: Int32Array): Pairs {
  const pairs: Edge[] = [];
  for (const [first, second] of ofFirst.entries()) if (second !== -1) pairs.push({ first, second });
  return pairs;
}

/** Gives things small numbers in the order in which they come. */
class Numbering {
  readonly #numbers = new Map<number, number>();
  readonly #things: number[] = [];

  get size(): number {
    return this.#things.length;
  }

  of(thing: number): number {
    const known = this.#numbers.get(thing);
    if (known !== undefined) return known;
    this.#numbers.set(thing, this.#things.length);
    return this.#things.push(thing) - 1;
  }

  at(number: number): number {
    return this.#things[number] ?? -1;
  }
}
