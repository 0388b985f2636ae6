import { isWithin, type TreeItem, treeRows } from './tree.ts';

/** A place in the tree: under a parent (`null`: at the top), in front of a sibling or last. */
export interface Place {
  readonly parent: string | null;
  /** Name of the sibling it will stand in front of; `null` for the end. */
  readonly before: string | null;
}

/**
 * Puts a type, with all that is below it, in another place. The list comes back in tree order.
 * @returns the same list where the place is inside the type itself or does not exist.
 */
export function moveTo<T extends TreeItem>(
  items: readonly T[],
  name: string,
  place: Place,
): readonly T[] {
  const item = items.find((other) => other.name === name);
  if (!item || place.before === name) return items;
  if (place.parent !== null) {
    if (!items.some((other) => other.name === place.parent)) return items;
    if (isWithin(items, place.parent, name)) return items;
  }
  const rest = items.filter((other) => other.name !== name);
  const moved = { ...item, parent: place.parent };
  const at = rest.findIndex((other) => other.name === place.before);
  const list = at < 0 ? [...rest, moved] : [...rest.slice(0, at), moved, ...rest.slice(at)];
  return treeRows(list).map((row) => row.item);
}

/** Changes places with the sibling above. At the top of its siblings nothing happens. */
export function moveUp<T extends TreeItem>(items: readonly T[], name: string): readonly T[] {
  const { siblings, at, parent } = standing(items, name);
  const above = siblings[at - 1];
  return above ? moveTo(items, name, { parent, before: above.name }) : items;
}

/** Changes places with the sibling below. At the end of its siblings nothing happens. */
export function moveDown<T extends TreeItem>(items: readonly T[], name: string): readonly T[] {
  const { siblings, at, parent } = standing(items, name);
  if (!siblings[at + 1]) return items;
  return moveTo(items, name, { parent, before: siblings[at + 2]?.name ?? null });
}

/** Becomes the last subtype of the sibling above. The first of its siblings stays. */
export function nest<T extends TreeItem>(items: readonly T[], name: string): readonly T[] {
  const { siblings, at } = standing(items, name);
  const above = siblings[at - 1];
  return above ? moveTo(items, name, { parent: above.name, before: null }) : items;
}

/** Leaves its parent and stands behind it. A type at the top stays. */
export function unnest<T extends TreeItem>(items: readonly T[], name: string): readonly T[] {
  const { parent } = standing(items, name);
  if (parent === null) return items;
  const outer = standing(items, parent);
  return moveTo(items, name, {
    parent: outer.parent,
    before: outer.siblings[outer.at + 1]?.name ?? null,
  });
}

function standing<T extends TreeItem>(items: readonly T[], name: string) {
  const rows = treeRows(items);
  const row = rows.findIndex((r) => r.item.name === name);
  const depth = rows[row]?.depth ?? 0;
  const parent = depth === 0 ? null : (rows[row]?.item.parent ?? null);
  const siblings = rows
    .filter((r) => r.depth === depth && (depth === 0 || r.item.parent === parent))
    .map((r) => r.item);
  return { siblings, at: siblings.findIndex((item) => item.name === name), parent };
}
