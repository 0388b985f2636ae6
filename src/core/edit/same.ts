/**
 * Whether two values that JSON can hold say the same. The order of keys has no meaning, and a key whose
 * value is `undefined` counts as absent.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, i) => isSame(item, b[i]));
  }
  let fields = 0;
  for (const key in a) {
    const value = fieldOf(a, key);
    if (value === undefined) continue;
    if (!(Object.hasOwn(b, key) && isSame(value, fieldOf(b, key)))) return false;
    fields++;
  }
  for (const key in b) if (fieldOf(b, key) !== undefined) fields--;
  return fields === 0;
}

function fieldOf(object: object, key: string): unknown {
  return (object as Readonly<Record<string, unknown>>)[key];
}
