import { Heap } from './heap.ts';
import type { Edge } from './maximum-matching.ts';

/** A pair that may be matched, and how much that is worth: above 0, and whole where ties must be exact. */
export interface WeightedEdge extends Edge {
  readonly weight: number;
}

/**
 * The one-to-one matching of the largest total weight; not every item need be matched.
 * One shortest augmenting path per item, on the edges there are: fast where overlaps are local.
 * @returns For each of the first list the place of its partner in the second, or -1.
 * @see Kuhn (1955), Naval Res. Logist. Q. 2, 83-97; Edmonds & Karp (1972), J. ACM 19(2), 248-264.
 */
export function heaviestMatching(
  firstCount: number,
  secondCount: number,
  edges: readonly WeightedEdge[],
): Int32Array {
  const search = new Search(firstCount, secondCount, edges);
  for (let i = 0; i < firstCount; i++) search.insert(i);
  return search.ofFirst;
}

/** Where a path came from: the item of the first list, and the edge it went along. */
interface Step {
  readonly from: number;
  readonly distance: number;
}

class Search {
  readonly ofFirst: Int32Array;
  readonly #ofSecond: Int32Array;
  readonly #edges: WeightedEdge[][];
  /** Prices: of the first list at least 0, of an unmatched item 0; no edge is worth more than its ends. */
  readonly #firstPrice: Float64Array;
  readonly #secondPrice: Float64Array;

  constructor(firstCount: number, secondCount: number, edges: readonly WeightedEdge[]) {
    this.ofFirst = new Int32Array(firstCount).fill(-1);
    this.#ofSecond = new Int32Array(secondCount).fill(-1);
    this.#firstPrice = new Float64Array(firstCount);
    this.#secondPrice = new Float64Array(secondCount);
    this.#edges = Array.from({ length: firstCount }, () => []);
    for (const edge of edges) {
      this.#edges[edge.first]?.push(edge);
      const price = this.#firstPrice[edge.first] ?? 0;
      this.#firstPrice[edge.first] = Math.max(price, edge.weight);
    }
  }

  /** Finds the cheapest way to give the item a partner, or to leave one on the way without. */
  insert(root: number): void {
    const first = new Map<number, number>([[root, 0]]);
    const second = new Map<number, Step>();
    const heap = new Heap<number>();
    heap.push(0, root);
    let best = Number.POSITIVE_INFINITY;
    let loser = -1;
    let winner = -1;
    const done = new Set<number>();
    for (let top = heap.pop(); top && top.cost < best; top = heap.pop()) {
      const { value: i, cost } = top;
      if (done.has(i)) continue;
      done.add(i);
      const price = this.#firstPrice[i] ?? 0;
      if (cost + price < best) {
        best = cost + price;
        loser = i;
        winner = -1;
      }
      for (const { second: j, weight } of this.#edges[i] ?? []) {
        const distance = cost + price + (this.#secondPrice[j] ?? 0) - weight;
        if (distance >= (second.get(j)?.distance ?? Number.POSITIVE_INFINITY)) continue;
        second.set(j, { from: i, distance });
        const owner = this.#ofSecond[j] ?? -1;
        if (owner === -1) {
          if (distance < best) {
            best = distance;
            winner = j;
            loser = -1;
          }
        } else if (distance < (first.get(owner) ?? Number.POSITIVE_INFINITY)) {
          first.set(owner, distance);
          heap.push(distance, owner);
        }
      }
    }
    for (const [i, distance] of first) {
      if (distance < best) this.#firstPrice[i] = (this.#firstPrice[i] ?? 0) - (best - distance);
    }
    for (const [j, { distance }] of second) {
      if (distance < best) this.#secondPrice[j] = (this.#secondPrice[j] ?? 0) + best - distance;
    }
    this.#turnOver(root, loser, winner, second);
  }

  #turnOver(root: number, loser: number, winner: number, second: ReadonlyMap<number, Step>): void {
    let j = winner;
    if (winner === -1) {
      if (loser === root) return;
      j = this.ofFirst[loser] ?? -1;
      this.ofFirst[loser] = -1;
    }
    for (;;) {
      const i = second.get(j)?.from ?? root;
      const before = this.ofFirst[i] ?? -1;
      this.ofFirst[i] = j;
      this.#ofSecond[j] = i;
      if (i === root) return;
      j = before;
    }
  }
}
