/** What a tree of types needs to know of each: its name and that of the type above it. */
export interface TreeItem {
  readonly name: string;
  readonly parent: string | null;
}

/** One line of the tree as drawn, from top to bottom. */
export interface TreeRow<T extends TreeItem> {
  readonly item: T;
  /** 0 at the top. */
  readonly depth: number;
  readonly hasChildren: boolean;
}

/**
 * The types in the order in which a tree shows them: each followed by its subtypes, siblings in
 * list order. A type whose parent is missing, or that is its own ancestor, stands at the top.
 */
export function treeRows<T extends TreeItem>(items: readonly T[]): readonly TreeRow<T>[] {
  const children = new Map<string | null, T[]>();
  const byName = new Map(items.map((item) => [item.name, item]));
  for (const item of items) {
    const parent = isRooted(byName, item) ? item.parent : null;
    const list = children.get(parent);
    if (list) list.push(item);
    else children.set(parent, [item]);
  }
  const rows: TreeRow<T>[] = [];
  const visit = (parent: string | null, depth: number) => {
    for (const item of children.get(parent) ?? []) {
      rows.push({ item, depth, hasChildren: children.has(item.name) });
      visit(item.name, depth + 1);
    }
  };
  visit(null, 0);
  return rows;
}

/** Names of the types above `name`, the nearest first; stops at a missing type or a circle. */
export function ancestors(items: readonly TreeItem[], name: string): readonly string[] {
  const above: string[] = [];
  let at = items.find((item) => item.name === name)?.parent ?? null;
  while (at !== null && at !== name && !above.includes(at)) {
    const item = items.find((other) => other.name === at);
    if (!item) break;
    above.push(at);
    at = item.parent;
  }
  return above;
}

/** Whether `name` is `other` or stands somewhere below it. */
export function isWithin(items: readonly TreeItem[], name: string, other: string): boolean {
  return name === other || ancestors(items, name).includes(other);
}

/** Whether a type hangs below its parent: that exists, and the type is not its own ancestor. */
function isRooted(byName: ReadonlyMap<string, TreeItem>, item: TreeItem): boolean {
  const seen = new Set<string>();
  let at = item.parent;
  while (at !== null && !seen.has(at)) {
    if (at === item.name) return false;
    const parent = byName.get(at);
    if (!parent) return at !== item.parent;
    seen.add(at);
    at = parent.parent;
  }
  return true;
}
