import { type Range, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import styles from './marks.module.css';

/** Extra room for one line of the screen, hung on the first character of a span in it. */
export interface Strut {
  /** Where the character starts and ends. */
  readonly from: number;
  readonly to: number;
  /** How far the line reaches higher than it would, or where negative, lower; in CSS pixels. */
  readonly shift: number;
  /** It stands at the end of a line, where there is no character that it could hang on. */
  readonly isAtBreak: boolean;
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

class BreakStrut extends WidgetType {
  readonly #shift: number;

  constructor(shift: number) {
    super();
    this.#shift = shift;
  }

  override eq(other: BreakStrut): boolean {
    return other.#shift === this.#shift;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = styles.strut ?? '';
    element.style.setProperty('--shift', `${this.#shift}px`);
    return element;
  }
}

function rangeOf({ from, to, shift, isAtBreak }: Strut): Range<Decoration> {
  if (!isAtBreak) return markOf(shift).range(from, to);
  return Decoration.widget({ widget: new BreakStrut(shift), side: 1, shift }).range(from);
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
        add: struts.map(rangeOf),
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
