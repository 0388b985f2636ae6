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
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  if (left.length !== right.size) return false;
  return left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
}
