/** What a cell may hold; `null` where it is empty. */
export type Cell = string | number | boolean | readonly string[] | null;

/** Rows of a table, each of which becomes a document. */
export interface Table {
  /** Names of the columns, each once. */
  readonly columns: readonly string[];
  /** Cells in the order of the columns; missing ones at the end are empty. */
  readonly rows: readonly (readonly Cell[])[];
  /** What the rows are called in messages, with its number: `row 4`, `line 4`. */
  place(row: number): { readonly name: string; readonly line?: number };
}

/** A cell as text: lists joined by `; `, empty ones ''. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? cell.join('; ') : String(cell);
}

/** Names for columns: those given, made different where they are not, and numbers where there are none. */
export function columnNames(given: readonly string[], count: number): readonly string[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, i) => {
    const base =
      given[i]?.replace(/\s+/gu, ' ').trim().toWellFormed().slice(0, 100) || `Column ${i + 1}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base} (${n})`;
    taken.add(name);
    return name;
  });
}
