/** What data from outside may hold at most. */
export interface DataLimits {
  /** Levels of objects and arrays. Deeper JSON can be read, but not always be written again. */
  readonly depth: number;
  /** UTF-16 code units of one string or key. */
  readonly string: number;
  /** Values of any kind, all levels together; without it any number. */
  readonly values?: number;
  /** UTF-16 code units of all strings and keys together; without it any number. */
  readonly characters?: number;
}

export const DATA_LIMITS: DataLimits = { depth: 200, string: 64 * 1024 * 1024 };

interface Node {
  readonly value: unknown;
  readonly depth: number;
  readonly key: string | number;
  readonly parent: Node | undefined;
}

/**
 * Looks for what is not plain JSON data of bearable depth: NaN and infinite numbers, objects of classes,
 * and keys named `__proto__`, which one careless assignment would turn into a prototype.
 * Needs no recursion, so that no nesting can exhaust the stack.
 * @returns a sentence and the path of the first fault found; `undefined` where there is none.
 */
export function findFault(
  raw: unknown,
  limits: DataLimits = DATA_LIMITS,
): { readonly path: string; readonly message: string } | undefined {
  const { values = Number.POSITIVE_INFINITY, characters = Number.POSITIVE_INFINITY } = limits;
  let valuesSeen = 1;
  let charactersSeen = 0;
  const open: Node[] = [{ value: raw, depth: 0, key: '', parent: undefined }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { value, depth } = node;
    const message = faultOf(value, depth, limits);
    if (message !== undefined) return { path: pathOf(node), message };
    if (typeof node.key === 'string') charactersSeen += node.key.length;
    if (typeof value === 'string') charactersSeen += value.length;
    const isParent = typeof value === 'object' && value !== null;
    const keys = isParent && !Array.isArray(value) ? Object.keys(value) : [];
    // Counted before they are walked: a list may claim to be longer than all memory.
    valuesSeen += Array.isArray(value) ? value.length : keys.length;
    if (valuesSeen > values || charactersSeen > characters) {
      return { path: pathOf(node), message: 'This is more than can be taken at once.' };
    }
    if (!isParent) continue;
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) {
        open.push({ value: value[i], depth: depth + 1, key: i, parent: node });
      }
    } else {
      for (const key of keys) {
        const child: unknown = value[key as keyof typeof value];
        open.push({ value: child, depth: depth + 1, key, parent: node });
      }
    }
  }
  return undefined;
}

function faultOf(value: unknown, depth: number, limits: DataLimits): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.length > limits.string ? 'This text is too long.' : undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : 'This number is not finite.';
    case 'boolean':
      return undefined;
    case 'object': {
      if (value === null) return undefined;
      if (depth >= limits.depth) return `This is nested more than ${limits.depth} levels deep.`;
      if (Array.isArray(value)) return undefined;
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== null) return 'This is not plain data.';
      return Object.hasOwn(value, '__proto__') ? 'A key must not be named __proto__.' : undefined;
    }
    default:
      return 'This is not plain data.';
  }
}

function pathOf(node: Node): string {
  const path: (string | number)[] = [];
  for (let at: Node | undefined = node; at?.parent; at = at.parent) path.unshift(at.key);
  return formatPath(path);
}

/** A path as problems show it: `records.s1.ranges[0]`. */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else text += text === '' ? String(key) : `.${String(key)}`;
  }
  return text;
}
