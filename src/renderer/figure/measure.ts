import type { TextMeasurer } from '#core/figure/figure.ts';

/** Measures words as this window draws them, and remembers. */
export function canvasMeasurer(): TextMeasurer {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return {
    width(words, { family, size }) {
      const font = `${size}px ${family}`;
      const key = `${font}|${words}`;
      let width = widths.get(key);
      if (width === undefined) {
        if (context) context.font = font;
        width = context?.measureText(words).width ?? words.length * size * 0.5;
        widths.set(key, width);
      }
      return width;
    },
  };
}

/** Fonts of chips and of names of relations: families that one of is on every computer. */
export const LABEL_FAMILY =
  "'Segoe UI', 'Noto Sans', 'Liberation Sans', Helvetica, Arial, sans-serif";

/** A font setting as families with their names, which other programs understand too. */
export function namedFamilies(textFont: string): string {
  const tokens = getComputedStyle(document.documentElement);
  const of = (token: string) => tokens.getPropertyValue(token).trim().replace(/\s+/gu, ' ');
  switch (textFont) {
    case 'serif':
      return of('--font-text');
    case 'sans':
      return LABEL_FAMILY;
    case 'mono':
      return of('--font-mono');
    default:
      return `'${textFont}', ${of('--font-text')}`;
  }
}
