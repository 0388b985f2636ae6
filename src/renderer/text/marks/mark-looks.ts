import { Decoration, WidgetType } from '@codemirror/view';
import type { SpanId } from '#core/model/ids.ts';
import { entityClass } from '../type-colors.ts';
import styles from './marks.module.css';

/** What decides how a piece of a span looks. */
export interface Look {
  /** Number of its type in the schema; -1 for a type that the schema does not have. */
  readonly type: number;
  /** Distance of its underline from the text. */
  readonly level: number;
  /** How many spans lie on each other here: the more, the paler each, so that the words stay readable. */
  readonly depth: number;
  readonly isSelected: boolean;
  /** Its type is dimmed for now. */
  readonly isDimmed: boolean;
  /** It is the span that a relation is being drawn from. */
  readonly isSource: boolean;
  /** It is the span that the relation being drawn would lead to. */
  readonly isCandidate: boolean;
}

/** Deeper underlines than this lie on each other; the chips still tell the spans apart. */
export const LAST_LEVEL = 11;

const made = new Map<string, Decoration>();

/** The mark of the words of a span. Equal looks share one mark, so that nothing is redrawn. */
export function pieceMark(look: Look): Decoration {
  return markOf(styles.piece, look);
}

/** The mark of a gap between two pieces of a discontinuous span. */
export function joinMark(look: Look): Decoration {
  return markOf(styles.join, look);
}

/** A sign for a piece of which nothing can be seen: a line break alone. */
export function breakMark(look: Look, spanId: SpanId): Decoration {
  const { name, level, tint } = appearance(styles.piece, look);
  const widget = new LineBreak(`${name} ${styles.break}`, level, tint, spanId);
  return Decoration.widget({ widget, side: 1 });
}

class LineBreak extends WidgetType {
  readonly #look: readonly [name: string, level: number, tint: string, spanId: SpanId];

  constructor(...look: readonly [name: string, level: number, tint: string, spanId: SpanId]) {
    super();
    this.#look = look;
  }

  override eq(other: LineBreak): boolean {
    return other.#look.join(' ') === this.#look.join(' ');
  }

  override ignoreEvent(): boolean {
    return false;
  }

  override toDOM(): HTMLElement {
    const [name, level, tint, spanId] = this.#look;
    const element = document.createElement('span');
    element.className = name;
    element.style.setProperty('--level', String(level));
    element.style.setProperty('--tint', tint);
    element.dataset.span = spanId;
    element.textContent = '↵';
    return element;
  }
}

function markOf(base: string | undefined, look: Look): Decoration {
  const { name, level, tint } = appearance(base, look);
  const style = `--level:${level};--tint:${tint}`;
  const key = `${name} ${style}`;
  let mark = made.get(key);
  if (!mark) {
    // CodeMirror sets this through the CSSOM, which the content security policy allows.
    mark = Decoration.mark({ attributes: { class: name, style } });
    made.set(key, mark);
  }
  return mark;
}

function appearance(base: string | undefined, look: Look) {
  const level = Math.min(look.level, LAST_LEVEL);
  const classes = [base, entityClass(look.type)];
  if (look.isDimmed) classes.push(styles.dimmed);
  if (look.isSelected) classes.push(styles.selected);
  if (look.isSource) classes.push(styles.source);
  if (look.isCandidate) classes.push(styles.candidate);
  const tint = Math.round(100 / (1 + 0.4 * (Math.min(look.depth, LAST_LEVEL) - 1)));
  return { name: classes.join(' '), level, tint: `${tint}%` };
}
