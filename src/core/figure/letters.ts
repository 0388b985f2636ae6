import type { Schema } from '../model/schema.ts';
import type { Figure, FigureArc, FigureChip, FigureFont } from './figure.ts';
import { printColors } from './print-colors.ts';
import { printable } from './printable.ts';

/** The colour of text. */
export const TEXT_INK = '#1a1a1a';

/** Words in their place; lengths in CSS pixels. */
export interface Letters {
  readonly words: string;
  readonly left: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  readonly isRtl: boolean;
  readonly font: FigureFont;
  readonly ink: string;
}

const CHIP_PADDING = 7;
const NAME_PADDING = 6;

/** The words of a chip. */
export function lettersOfChip(chip: FigureChip, font: FigureFont, ink: string): Letters {
  const { label, left, top, width, height } = chip;
  return middle(label, left, top + height / 2, width, CHIP_PADDING, font, ink);
}

/** The name on an arc; `null` where it has none. */
export function lettersOfArc({ label, y }: FigureArc, font: FigureFont, ink: string) {
  return label && middle(label.words, label.left, y, label.width, NAME_PADDING, font, ink);
}

/** All words of a figure, for a canvas. */
export function lettersOf(
  { lines, chips, arcs, options }: Figure,
  schema: Schema,
): readonly Letters[] {
  const { textFont, labelFont } = options;
  const colors = printColors(schema);
  return [
    ...lines.flatMap(({ words, baseline }) =>
      words.map(({ words: shown, left, width, isRtl }) => {
        const place = { left, y: baseline, width, isRtl };
        return { words: shown, ...place, font: textFont, ink: TEXT_INK };
      }),
    ),
    ...chips.map((chip) => lettersOfChip(chip, labelFont, colors.entity(chip.type).ink)),
    ...arcs.flatMap((arc) => lettersOfArc(arc, labelFont, colors.relation(arc.type).ink) ?? []),
  ];
}

/** The same figure with all that it draws, and no word. */
export function withoutLetters(figure: Figure): Figure {
  return {
    ...figure,
    lines: figure.lines.map((line) => ({ ...line, words: [] })),
    chips: figure.chips.map((chip) => ({ ...chip, label: '' })),
    arcs: figure.arcs.map((arc) => ({ ...arc, label: arc.label && { ...arc.label, words: '' } })),
  };
}

/** Words in the middle of a box, of exactly the length that was measured. */
function middle(
  words: string,
  left: number,
  y: number,
  width: number,
  padding: number,
  font: FigureFont,
  ink: string,
): Letters {
  const place = { left: left + padding / 2, y: y + font.size * 0.34, width: width - padding };
  return { words: printable(words), ...place, isRtl: false, font, ink };
}
