/** A pair that may be matched, by places in the two lists. */
export interface Edge {
  readonly first: number;
  readonly second: number;
}

/**
 * The most pairs that can be matched one to one: a greedy choice can miss some.
 * @returns For each of the first list the place of its partner in the second, or -1.
 * @see Hopcroft & Karp (1973), SIAM J. Comput. 2(4), 225-231.
 */
export function maximumMatching(
  firstCount: number,
  secondCount: number,
  edges: Iterable<Edge>,
): Int32Array {
  const partners: number[][] = Array.from({ length: firstCount }, () => []);
  for (const { first, second } of edges) partners[first]?.push(second);
  const ofFirst = new Int32Array(firstCount).fill(-1);
  const ofSecond = new Int32Array(secondCount).fill(-1);
  matchGreedily(partners, ofFirst, ofSecond);
  const depth = new Int32Array(firstCount);
  while (findDepths(partners, ofFirst, ofSecond, depth)) {
    for (let i = 0; i < firstCount; i++) {
      if (ofFirst[i] === -1) augment(i, partners, ofFirst, ofSecond, depth);
    }
  }
  return ofFirst;
}

type Partners = readonly (readonly number[])[];

function matchGreedily(partners: Partners, ofFirst: Int32Array, ofSecond: Int32Array): void {
  for (const [i, candidates] of partners.entries()) {
    const free = candidates.find((j) => ofSecond[j] === -1);
    if (free === undefined) continue;
    ofFirst[i] = free;
    ofSecond[free] = i;
  }
}

/** Length of the shortest alternating path from an unmatched one to each; whether one can be augmented. */
function findDepths(
  partners: Partners,
  ofFirst: Int32Array,
  ofSecond: Int32Array,
  depth: Int32Array,
): boolean {
  depth.fill(-1);
  const queue: number[] = [];
  for (let i = 0; i < depth.length; i++) {
    if (ofFirst[i] !== -1 || partners[i]?.length === 0) continue;
    depth[i] = 0;
    queue.push(i);
  }
  let isFree = false;
  for (let at = 0; at < queue.length; at++) {
    const i = queue[at] ?? 0;
    for (const j of partners[i] ?? []) {
      const next = ofSecond[j] ?? -1;
      if (next === -1) isFree = true;
      else if (depth[next] === -1) {
        depth[next] = (depth[i] ?? 0) + 1;
        queue.push(next);
      }
    }
  }
  return isFree;
}

/** Follows the depths to a free partner, and turns the path over. Not recursive: paths can be long. */
function augment(
  root: number,
  partners: Partners,
  ofFirst: Int32Array,
  ofSecond: Int32Array,
  depth: Int32Array,
): void {
  const path: { readonly i: number; next: number; j: number }[] = [{ i: root, next: 0, j: -1 }];
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const candidates = partners[step.i] ?? [];
    const j = candidates[step.next++];
    if (j === undefined) {
      depth[step.i] = -1;
      path.pop();
      continue;
    }
    const owner = ofSecond[j] ?? -1;
    if (owner === -1) {
      step.j = j;
      for (const { i, j: partner } of path) {
        ofFirst[i] = partner;
        ofSecond[partner] = i;
      }
      return;
    }
    if (depth[owner] !== (depth[step.i] ?? 0) + 1) continue;
    step.j = j;
    path.push({ i: owner, next: 0, j: -1 });
  }
}
