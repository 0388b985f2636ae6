import type { EditorView } from '@codemirror/view';
import type { Relation } from '#core/model/relation.ts';
import { contextOf } from '../context.ts';
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
  /** `undefined` where that end is not drawn, or where this is the stub of the other one. */
  readonly from: Place | undefined;
  readonly to: Place | undefined;
  /** The ends are too far apart for an arc: the far one is named instead. */
  readonly isStub: boolean;
  /** Whether the end that is not drawn comes earlier in the text. */
  readonly isFarAbove: boolean;
  /** It is selected, or the selected span has it: always drawn. */
  readonly isWanted: boolean;
  /** A stub that stands for so many more of the same span. */
  readonly more: number;
}

/** How far apart the ends of an arc may be: in UTF-16 units, and in lines of the text. */
const REACH = 900;
const REACH_LINES = 8;
/** So many stubs one span has at most, and the selected one. */
const STUBS = 2;
const STUBS_WANTED = 5;

/**
 * Finds the relations to draw: arcs where both ends are near each other, otherwise a stub at each end
 * that is drawn. Which it is depends on the text alone, so that nothing moves while it scrolls.
 */
export function relationsInView(
  view: EditorView,
  lines: readonly ChipLine[],
): readonly DrawnRelation[] {
  const context = contextOf(view);
  const { index, selected, looks } = context.props;
  if (looks.relations === 'none' && selected?.kind !== 'relation') return [];
  const places = new Map<string, Place>();
  for (const [line, { chips }] of lines.entries())
    for (const chip of chips)
      for (const { part, span } of chip.heap.length > 0 ? chip.heap : [chip.anchor])
        if (part === 0) places.set(span.id, { chip, line });

  const drawn: DrawnRelation[] = [];
  const seen = new Set<string>();
  for (const [spanId, place] of places) {
    const stubs: DrawnRelation[] = [];
    for (const relation of index.relationsOf(spanId)) {
      const other = index.span(relation.from === spanId ? relation.to : relation.from);
      if (!other) continue;
      const isWanted =
        selected?.kind === 'relation'
          ? selected.id === relation.id
          : selected?.id === relation.from || selected?.id === relation.to;
      if (!isWanted && (looks.relations !== 'visible' || context.lookOf(other) === 'hidden'))
        continue;
      const isStub = !isNear(view, place.chip.anchor.pos, other.ranges[0].start);
      const from =
        relation.from === spanId ? place : isStub ? undefined : places.get(relation.from);
      const to = relation.to === spanId ? place : isStub ? undefined : places.get(relation.to);
      const isFarAbove = other.ranges[0].start < place.chip.anchor.pos;
      const one = { relation, from, to, isStub, isFarAbove, isWanted, more: 0 };
      if (isStub) stubs.push(one);
      else if (!seen.has(relation.id)) drawn.push(one);
      seen.add(relation.id);
    }
    drawn.push(...bundle(stubs));
  }
  return drawn;
}

/** Many stubs of one span become a few; the last one says how many more there are. */
function bundle(stubs: readonly DrawnRelation[]): readonly DrawnRelation[] {
  const most = stubs.some((stub) => stub.isWanted) ? STUBS_WANTED : STUBS;
  if (stubs.length <= most + 1) return stubs;
  const inOrder = [...stubs].sort((a, b) => Number(b.isWanted) - Number(a.isWanted));
  const more = stubs.length - most;
  return inOrder.slice(0, most).map((stub, i) => (i === most - 1 ? { ...stub, more } : stub));
}

function isNear({ state: { doc } }: EditorView, a: number, b: number): boolean {
  if (Math.abs(a - b) > REACH) return false;
  return Math.abs(doc.lineAt(a).number - doc.lineAt(b).number) <= REACH_LINES;
}
