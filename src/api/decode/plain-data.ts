/** How much one call may carry. Far above what a day's work needs; below what would hurt. */
export const LIMITS = {
  /** Levels of objects and arrays. Deeper JSON can be read, but not always be written again. */
  depth: 32,
  /** Values of any kind, all levels together. */
  values: 5_000_000,
  /** UTF-16 code units of all strings and keys together. */
  characters: 64 * 1024 * 1024,
} as const;

/**
 * Whether something from outside is plain data of bearable size: `null`, booleans, finite numbers,
 * strings, arrays and simple objects of them. Cheap compared with what follows, and without
 * recursion, so that it can go first.
 *
 * A key named `__proto__` is refused wherever it stands: one careless assignment further on would
 * turn it into a prototype.
 */
export function isPlainData(raw: unknown, limits: Readonly<typeof LIMITS> = LIMITS): boolean {
  const open: { value: unknown; depth: number }[] = [{ value: raw, depth: 0 }];
  let values = 0;
  let characters = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    values += 1;
    if (values > limits.values) return false;
    if (typeof value === 'string') characters += value.length;
    else if (typeof value === 'object' && value !== null) {
      if (depth >= limits.depth) return false;
      const entries = entriesOf(value, limits.values - values);
      if (entries === undefined) return false;
      for (const [key, child] of entries) {
        characters += key.length;
        open.push({ value: child, depth: depth + 1 });
      }
    } else if (!isAtom(value)) return false;
    if (characters > limits.characters) return false;
  }
  return true;
}

function isAtom(value: unknown): boolean {
  return value === null || typeof value === 'boolean' || Number.isFinite(value);
}

/** Keys and values of a plain object or array; `undefined` for anything else, or too many. */
function entriesOf(value: object, limit: number): [string, unknown][] | undefined {
  if (Array.isArray(value)) {
    return value.length > limit ? undefined : value.map((child) => ['', child]);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  const entries = Object.entries(value);
  return entries.length > limit || Object.hasOwn(value, '__proto__') ? undefined : entries;
}
