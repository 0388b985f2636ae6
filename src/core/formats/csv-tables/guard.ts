/** What a spreadsheet would take for a formula, after any quote marks that are there already. */
const FORMULA = /^'*[=+\-@\t\r]/u;

/** Cells that a quote mark was put before. */
export const GUARDED = /^'+[=+\-@\t\r]/u;

/**
 * Puts a quote mark before a cell that a spreadsheet would run as a formula. To undo it, take one quote
 * mark off each cell that matches `^'+[=+\-@\t\r]`.
 */
export function guardFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
