/** Where something dragged would land: beside the row it is over, or below it in the tree. */
export type Zone = 'before' | 'into' | 'after';

interface OverRow {
  readonly clientY: number;
  readonly currentTarget: Element;
}

/** The upper third of a row means before it, the lower one after it, the middle below it in the tree. */
export function dropZone({ clientY, currentTarget }: OverRow, isFlat: boolean): Zone {
  const { top, height } = currentTarget.getBoundingClientRect();
  const at = (clientY - top) / height;
  if (isFlat) return at < 0.5 ? 'before' : 'after';
  if (at < 1 / 3) return 'before';
  return at > 2 / 3 ? 'after' : 'into';
}
