import type { FigureOptions } from './figure.ts';

/** Measures of a figure that follow from its fonts, in CSS pixels. */
export interface Sizes {
  /** Of text above and below its baseline. */
  readonly ascent: number;
  readonly descent: number;
  /** Between the text and its first underline, and between two underlines. */
  readonly underline: number;
  /** Of a row of chips with the gap below it, and of a chip. */
  readonly row: number;
  readonly chip: number;
  /** Of a lane of arcs. */
  readonly lane: number;
  /** Between two lines. */
  readonly gap: number;
}

/** Room on all four sides of a figure. */
export const MARGIN = 8;

/** The measures that go with these fonts; generous, since fonts differ. */
export function sizesOf({ textFont, labelFont }: FigureOptions): Sizes {
  const chip = Math.ceil(labelFont.size * 1.4);
  return {
    ascent: Math.ceil(textFont.size * 0.95),
    descent: Math.ceil(textFont.size * 0.3),
    underline: 3,
    row: chip + 2,
    chip,
    lane: Math.ceil(labelFont.size * 1.5),
    gap: Math.ceil(textFont.size * 0.55),
  };
}
