const widths = new Map<string, number>();
const context = document.createElement('canvas').getContext('2d');

/** Font of chips and relation labels; the style sheet says the same. */
export const CHIP_FONT =
  '500 10px system-ui, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif';

/** How wide the words are in that font, in CSS pixels, without touching the page. */
export function textWidth(words: string, font = CHIP_FONT): number {
  const key = `${font}\n${words}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 5000) widths.clear();
    if (context) context.font = font;
    width = Math.ceil(context?.measureText(words).width ?? words.length * 6);
    widths.set(key, width);
  }
  return width;
}

/** Where the tops of letters are in a font, in CSS pixels above the baseline. */
export interface FontMetrics {
  /** Top of the box that the browser reports for text of this font. */
  readonly boxTop: number;
  /** Top of the tallest usual letters. */
  readonly letterTop: number;
}

/** Measures a font as `getComputedStyle` gives it. */
export function fontMetrics(font: string): FontMetrics {
  if (context) context.font = font;
  const m = context?.measureText('bdfhkl');
  return { boxTop: m?.fontBoundingBoxAscent ?? 16, letterTop: m?.actualBoundingBoxAscent ?? 13 };
}
