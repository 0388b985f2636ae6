import { packChips } from '../layout/pack-chips.ts';
import type { FigureOptions, TextMeasurer } from './figure.ts';
import type { Anchor } from './span-places.ts';

/** A chip that has its place above its line. Lengths in CSS pixels. */
export interface PlacedChip {
  readonly anchor: Anchor;
  readonly label: string;
  readonly left: number;
  readonly width: number;
  /** 0 is the row next to the text. */
  readonly row: number;
}

const PADDING = 7;
/** How far a chip may move along its line before it rather goes to a higher row. */
const SLACK = 14;

/**
 * Finds the chips above one line their places: at the start of their spans, inside the figure, none over
 * another. A label that is wider than the figure is cut.
 */
export function placeChips(
  anchors: readonly Anchor[],
  { width, labelFont }: FigureOptions,
  measurer: TextMeasurer,
): readonly PlacedChip[] {
  const isMirrored = anchors.some((anchor) => anchor.isRtl);
  const labels = anchors.map(({ span }) =>
    cutToWidth(span.type, width - PADDING, (words) => measurer.width(words, labelFont)),
  );
  const wishes = anchors.map(({ extent }, i) => {
    const wide = measurer.width(labels[i] ?? '', labelFont) + PADDING;
    // From the side where reading begins, so that chips move on in the direction of reading.
    const wanted = isMirrored ? width - extent.right : extent.left;
    const left = Math.max(0, Math.min(wanted, width - wide));
    return { left, width: wide, slack: Math.max(0, Math.min(SLACK, width - wide - left)) };
  });
  return packChips(wishes).map(({ left, row }, i) => {
    const wide = wishes[i]?.width ?? 0;
    return {
      anchor: anchors[i] as Anchor,
      label: labels[i] ?? '',
      left: isMirrored ? width - left - wide : left,
      width: wide,
      row,
    };
  });
}

/** The words, or as much of them as fits, with `…` behind. */
export function cutToWidth(words: string, most: number, width: (words: string) => number): string {
  if (width(words) <= most) return words;
  const characters = [...words];
  while (characters.length > 1 && width(`${characters.join('').trimEnd()}…`) > most) {
    characters.length = characters.length > 60 ? 60 : characters.length - 1;
  }
  return `${characters.join('').trimEnd()}…`;
}
