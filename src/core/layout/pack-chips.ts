/** A chip that wants a place above one line of the screen. Lengths in CSS pixels. */
export interface ChipWish {
  /** Where its left edge should be. */
  readonly left: number;
  readonly width: number;
  /** How far it may move to the right from there before it rather goes to a higher row. */
  readonly slack: number;
}

export interface ChipPlace {
  readonly left: number;
  /** 0 is the row next to the text. */
  readonly row: number;
}

/** Room between two chips of one row. */
export const CHIP_GAP = 2;

/**
 * Finds places for the chips above one line so that no two overlap: each in the lowest row where it
 * fits without moving farther than its slack.
 *
 * @param wishes in any order. @returns a place for each, in the same order.
 */
export function packChips(wishes: readonly ChipWish[]): readonly ChipPlace[] {
  const places: ChipPlace[] = new Array(wishes.length);
  const rowEnds: number[] = [];
  const order = wishes
    .map((_, i) => i)
    .sort((a, b) => leftOf(wishes, a) - leftOf(wishes, b) || a - b);
  for (const i of order) {
    const wish = wishes[i];
    if (!wish) continue;
    let row = rowEnds.findIndex((end) => end + CHIP_GAP <= wish.left + wish.slack);
    if (row < 0) row = rowEnds.length;
    const left = Math.max(wish.left, (rowEnds[row] ?? Number.NEGATIVE_INFINITY) + CHIP_GAP);
    rowEnds[row] = left + wish.width;
    places[i] = { left, row };
  }
  return places;
}

function leftOf(wishes: readonly ChipWish[], i: number): number {
  return wishes[i]?.left ?? 0;
}
