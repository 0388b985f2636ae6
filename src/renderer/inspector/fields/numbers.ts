const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/iu;

/** The number that was typed; a comma counts as the decimal point. `undefined` for none. */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return undefined;
  const number = Number(trimmed.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}

/** Why the text is no number; `null` where it is one, or empty. */
export function numberProblem(text: string): string | null {
  if (text.trim() === '' || parseNumber(text) !== undefined) return null;
  return 'This is not a number. Write it like 12 or 3.5.';
}
