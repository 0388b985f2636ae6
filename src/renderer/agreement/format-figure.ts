/** `0.732`; `not defined` where it is not. */
export function formatFigure(value: number | null): string {
  return value === null ? 'not defined' : value.toFixed(3);
}

/** `0.69 to 0.77`; empty where there is no interval. */
export function formatInterval(
  interval: { readonly lower: number | null; readonly upper: number | null } | null,
): string {
  if (!interval || interval.lower === null || interval.upper === null) return '';
  return `${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)}`;
}

/** `1,204`; halves as `17.5`. */
export const formatCount = (count: number): string => count.toLocaleString('en');
