/** Something drawn along a lane: from `left` to `right`, in CSS pixels. */
export interface LaneWish {
  readonly left: number;
  readonly right: number;
}

/**
 * Gives each line its lane so that no two of one lane meet; short ones get the low lanes, so that
 * wide arcs vault over narrow ones.
 *
 * @param wishes in any order. @param gap room kept between two of one lane, in CSS pixels.
 * @returns a lane for each, in the same order; 0 is the one next to the text.
 */
export function packLanes(wishes: readonly LaneWish[], gap: number): readonly number[] {
  const lanes: LaneWish[][] = [];
  const result = new Array<number>(wishes.length).fill(0);
  const width = (i: number) => (wishes[i]?.right ?? 0) - (wishes[i]?.left ?? 0);
  const order = wishes.map((_, i) => i).sort((a, b) => width(a) - width(b) || a - b);
  for (const i of order) {
    const wish = wishes[i];
    if (!wish) continue;
    let lane = lanes.findIndex((taken) => !taken.some((other) => meet(other, wish, gap)));
    if (lane < 0) lane = lanes.push([]) - 1;
    lanes[lane]?.push(wish);
    result[i] = lane;
  }
  return result;
}

function meet(a: LaneWish, b: LaneWish, gap: number): boolean {
  return a.left < b.right + gap && b.left < a.right + gap;
}
