import type { Relation } from '#core/model/relation.ts';
import type { TextContext } from '../context.ts';
import type { Chip, ChipLine } from './chip-lines.ts';

/** A chip with the line it stands above. */
export interface Place {
  readonly chip: Chip;
  /** Number of the line among those in view. */
  readonly line: number;
}

/** A relation with an end that is drawn. */
export interface DrawnRelation {
  readonly relation: Relation;
  /** `undefined` where that end is out of view, or too far off for an arc. */
  readonly from: Place | undefined;
  readonly to: Place | undefined;
  /** It is selected, or the selected span has it: always drawn. */
  readonly isWanted: boolean;
}

/** More than this and only those of the selected span are drawn. */
const MANY = 300;

/**
 * Finds the relations to draw: arcs where both ends are near each other, otherwise a stub at each end
 * that is drawn. Where an end is does not depend on scrolling, so that nothing moves while it scrolls.
 * @param reach how far apart the ends of an arc may be, in CSS pixels down the page.
 */
export function relationsInView(
  { props }: TextContext,
  lines: readonly ChipLine[],
  reach: number,
): readonly DrawnRelation[] {
  const { index, selected } = props;
  const places = new Map<string, Place>();
  for (const [line, { chips }] of lines.entries())
    for (const chip of chips)
      if (chip.anchor.part === 0) places.set(chip.anchor.span.id, { chip, line });

  const drawn: DrawnRelation[] = [];
  const seen = new Set<string>();
  for (const spanId of places.keys()) {
    for (const relation of index.relationsOf(spanId)) {
      if (seen.has(relation.id)) continue;
      seen.add(relation.id);
      const from = places.get(relation.from);
      const to = places.get(relation.to);
      const isWanted =
        selected?.kind === 'relation'
          ? selected.id === relation.id
          : selected?.id === relation.from || selected?.id === relation.to;
      const isNear = from && to && distance(lines, from, to) <= reach;
      if (isNear) drawn.push({ relation, from, to, isWanted });
      else {
        if (from) drawn.push({ relation, from, to: undefined, isWanted });
        if (to) drawn.push({ relation, from: undefined, to, isWanted });
      }
    }
  }
  return drawn.length > MANY ? drawn.filter((d) => d.isWanted) : drawn;
}

function distance(lines: readonly ChipLine[], a: Place, b: Place): number {
  return Math.abs((lines[a.line]?.baseline ?? 0) - (lines[b.line]?.baseline ?? 0));
}
