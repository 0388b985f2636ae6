/** What must stay in sight, in CSS pixels of the window. */
interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** A free stretch of the window, and which side of the target it lies on. */
export interface PickerPlace extends Stretch {
  readonly side: 'top' | 'bottom';
}

/** Room kept between an end of the relation, with its underlines, and the picker. */
const MARGIN = 10;

/**
 * Where a picker may open so that both ends of a relation stay in sight: above them, below them, or
 * between them. Takes the one next to the target, below it first, where the picker fits; else the largest.
 * @param target box of the span that was chosen last; `source` may be out of view.
 * @param height of the window. @param wanted height that the picker would like to have.
 */
export function pickerPlace(
  target: Stretch,
  source: Stretch | null,
  height: number,
  wanted: number,
): PickerPlace {
  const ends = [target, source]
    .filter((end) => end !== null)
    .filter(({ top, bottom }) => bottom > 0 && top < height)
    .map(({ top, bottom }) => ({ top: top - MARGIN, bottom: bottom + MARGIN }))
    .sort((a, b) => a.top - b.top);
  const gaps: PickerPlace[] = [];
  let from = 0;
  for (const end of [...ends, { top: height, bottom: height }]) {
    const side = from > target.top ? 'bottom' : 'top';
    if (end.top > from) gaps.push({ top: from, bottom: end.top, side });
    from = Math.max(from, end.bottom);
  }
  const distance = (gap: PickerPlace) =>
    gap.side === 'bottom' ? gap.top - target.bottom : target.top - gap.bottom;
  const room = (gap: PickerPlace) => gap.bottom - gap.top;
  const [nearest] = gaps
    .filter((gap) => room(gap) >= wanted)
    .sort((a, b) => distance(a) - distance(b) || (a.side === 'bottom' ? -1 : 1));
  const [largest] = gaps.sort((a, b) => room(b) - room(a));
  return nearest ?? largest ?? { top: 0, bottom: height, side: 'bottom' };
}
