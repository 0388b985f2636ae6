/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Reads `#rrggbb`; `undefined` for anything else. */
export function parseHex(color: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(color);
  if (!match) return undefined;
  const [, r = '0', g = '0', b = '0'] = match;
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)];
}

/** Writes `#rrggbb`. */
export function toHex(color: Rgb): string {
  return `#${color.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2 contrast ratio of two colours: 1 (the same) to 21 (black on white). */
export function contrast(a: Rgb, b: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** `amount` of `over` mixed into `under`: 0 is `under`, 1 is `over`. */
export function mix(over: Rgb, under: Rgb, amount: number): Rgb {
  const channel = (i: 0 | 1 | 2) => over[i] * amount + under[i] * (1 - amount);
  return [channel(0), channel(1), channel(2)];
}

/** How much of a type's colour a chip's ground has at most. */
export const TINT = 0.24;

/**
 * The shade of `hue` nearest to it that can be read as small text on `ground`, even where the ground
 * is tinted with the hue itself.
 *
 * @param least contrast that it must have: 4.5 is WCAG AA, 7 is AAA.
 */
export function shadeFor(hue: Rgb, ground: Rgb, least = 4.5): Rgb {
  const tinted = mix(hue, ground, TINT);
  const toward: Rgb = luminance(ground) > 0.4 ? [0, 0, 0] : [255, 255, 255];
  for (let amount = 0; amount < 1; amount += 0.02) {
    const shade = mix(toward, hue, amount);
    // A little more than asked for, since colours are rounded.
    const worst = Math.min(contrast(shade, ground), contrast(shade, tinted));
    if (worst >= least + 0.1) return shade;
  }
  return toward;
}

function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
