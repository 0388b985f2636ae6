import type { DrawnRelation, Place } from './relations-in-view.ts';

/** Where the ends of one relation stand on their chips, in CSS pixels; 0 for an end not drawn. */
export interface Feet {
  fromX: number;
  toX: number;
}

/**
 * Lets the relations of a chip stand side by side on it, in the order of their other ends, so that
 * they do not cross right above the chip. Stubs stand on the right.
 */
export function spreadFeet(all: readonly DrawnRelation[]): readonly Feet[] {
  const feet = all.map((): Feet => ({ fromX: 0, toX: 0 }));
  const byChip = new Map<Place['chip'], { i: number; end: keyof Feet; order: number }[]>();
  for (const [i, drawn] of all.entries()) {
    for (const end of ['fromX', 'toX'] as const) {
      const [here, there] = end === 'fromX' ? [drawn.from, drawn.to] : [drawn.to, drawn.from];
      if (!here) continue;
      const list = byChip.get(here.chip) ?? [];
      byChip.set(here.chip, list);
      list.push({ i, end, order: orderOf(drawn, here, there) });
    }
  }
  for (const [chip, list] of byChip) {
    list.sort((a, b) => a.order - b.order);
    const step = chip.width / (list.length + 1);
    for (const [k, { i, end }] of list.entries()) {
      const foot = feet[i];
      if (foot) foot[end] = chip.left + step * (k + 1);
    }
  }
  return feet;
}

function orderOf(drawn: DrawnRelation, here: Place, there: Place | undefined): number {
  if (drawn.isStub) return 1e9;
  if (!there) return drawn.isFarAbove ? -1e6 : 1e6;
  return (there.line - here.line) * 1e5 + there.chip.left;
}
