import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import styles from './marks.module.css';

/** Extra room for one line of the screen, hung on the first character of a span in it. */
export interface Strut {
  /** Where the character starts and ends. */
  readonly from: number;
  readonly to: number;
  /** How far the line reaches higher than it would, or where negative, lower; in CSS pixels. */
  readonly shift: number;
}

/** Replaces the struts between `from` and `to`; those elsewhere stay, so that scrolling back is calm. */
export const setStruts = StateEffect.define<{
  readonly from: number;
  readonly to: number;
  readonly struts: readonly Strut[];
}>();

const made = new Map<number, Decoration>();

function markOf(shift: number): Decoration {
  let mark = made.get(shift);
  if (!mark) {
    const attributes = { class: styles.strut ?? '', style: `--shift:${shift}px` };
    mark = Decoration.mark({ attributes, shift });
    made.set(shift, mark);
  }
  return mark;
}

/** The struts of all lines that were looked at. An empty box at that height makes the line grow. */
export const strutField = StateField.define<DecorationSet>({
  create: () => RangeSet.empty,
  update(set, transaction) {
    let result = set;
    for (const effect of transaction.effects) {
      if (!effect.is(setStruts)) continue;
      const { from, to, struts } = effect.value;
      result = result.update({
        filter: () => false,
        filterFrom: from,
        filterTo: to,
        add: struts.map((s) => markOf(s.shift).range(s.from, s.to)),
        sort: true,
      });
    }
    return result;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Whether the struts between `from` and `to` are already these, in text order. */
export function hasStruts(
  set: DecorationSet,
  from: number,
  to: number,
  struts: readonly Strut[],
): boolean {
  let i = 0;
  let isSame = true;
  set.between(from, to, (start, _end, { spec }) => {
    const strut = struts[i++];
    isSame &&= strut?.from === start && strut.shift === spec['shift'];
  });
  return isSame && i === struts.length;
}
