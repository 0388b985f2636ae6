/**
 * Background of a cell, stronger for more. The text keeps its colour, so the shade stays light.
 * @param share 0 to 1; `null`: no shade.
 */
export function shadeOf(share: number | null, colour: 'accent' | 'warn' | 'good') {
  if (share === null || share <= 0) return {};
  const percent = Math.round(6 + 34 * Math.min(1, share));
  return { backgroundColor: `color-mix(in srgb, var(--${colour}) ${percent}%, transparent)` };
}
