/** A range with its label, if it has one, in the unit of the table. */
export interface ListedRange {
  readonly start: unknown;
  readonly end: unknown;
  readonly label: string | undefined;
}

/**
 * Reads a cell that lists spans: positions of characters (`[4, 5, 6]`, as in the data on toxic spans), pairs
 * or triples (`[[4, 7, "X"]]`), or objects with `start`, `end` and `label` or `labels`. Positions in a row
 * are one span.
 * @returns `undefined` where the cell is none of these.
 */
export function readList(cell: string): readonly ListedRange[] | undefined {
  const items = parseList(cell.trim());
  if (!items) return undefined;
  const ranges: ListedRange[] = [];
  const positions: number[] = [];
  for (const item of items) {
    if (typeof item === 'number') positions.push(item);
    else if (Array.isArray(item)) {
      const [start, end, label] = item;
      ranges.push({ start, end, label: typeof label === 'string' ? label : undefined });
    } else if (typeof item === 'object' && item !== null && 'start' in item && 'end' in item) {
      const labels = 'labels' in item && Array.isArray(item.labels) ? item.labels : [];
      const [label] = 'label' in item ? [item.label] : labels;
      const { start, end } = item;
      ranges.push({ start, end, label: typeof label === 'string' ? label : undefined });
    } else return undefined;
  }
  return [...runsOf(positions), ...ranges];
}

/** JSON, or lists and tuples of numbers and strings as Python shows them. */
function parseList(cell: string): readonly unknown[] | undefined {
  if (cell === '') return [];
  if (cell.length > 1_000_000 || !/^[[(]/u.test(cell)) return undefined;
  const asJson = cell
    .replace(/'([^'"\\]*)'/gu, '"$1"')
    .replace(/\(/gu, '[')
    .replace(/,?\)/gu, ']');
  for (const text of [cell, asJson]) {
    try {
      const value: unknown = JSON.parse(text);
      if (Array.isArray(value)) return value;
    } catch {
      // Python's lists of strings are no JSON: the second try is for them.
    }
  }
  return undefined;
}

function runsOf(positions: readonly number[]): readonly ListedRange[] {
  const runs: { start: number; end: number; label: undefined }[] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && position >= last.start && position <= last.end) last.end = position + 1;
    else runs.push({ start: position, end: position + 1, label: undefined });
  }
  return runs;
}
