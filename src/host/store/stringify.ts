/**
 * JSON on one line, with the keys of every object in alphabetical order: the same content gives the
 * same bytes, so that versions compare well. Keys whose value is `undefined` are left out.
 */
export function stringifySorted(value: unknown): string {
  return JSON.stringify(value, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A JSON object as a file: keys in alphabetical order, one per line; of each list one item per line.
 */
export function stringifyFile(value: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}: ${fieldText(field)}`);
  return `{\n${fields.join(',\n')}\n}\n`;
}

function fieldText(field: unknown): string {
  if (!Array.isArray(field) || field.length === 0) return stringifySorted(field);
  return `[\n${field.map((item) => stringifySorted(item)).join(',\n')}\n]`;
}
