import type { Span } from '#core/model/span.ts';
import type { TextContext } from '../context.ts';
import { quoteOf } from '../quote.ts';
import { entityClass } from '../type-colors.ts';
import { type Chip, type ChipLine, ROW } from './chip-lines.ts';
import type { Geometry } from './geometry.ts';
import type { Keyed } from './keyed.ts';
import styles from './overlay.module.css';

/** Makes an empty chip. The caret stays where it is: chips are reached by mouse or through the text. */
export function makeChip(): HTMLButtonElement {
  const chip = document.createElement('button');
  chip.type = 'button';
  chip.tabIndex = -1;
  return chip;
}

/** Draws the chips above the lines; each is a button named `Person: Rajnath Singh`. */
export function drawChips(
  context: TextContext,
  geometry: Geometry,
  lines: readonly ChipLine[],
  chips: Keyed<HTMLButtonElement>,
): void {
  chips.begin();
  for (const line of lines) {
    for (const chip of line.chips) {
      if (chip.row < 0) continue;
      if (chip.heap.length > 0) {
        drawCount(geometry, line, chip, chips);
        continue;
      }
      const { span, part } = chip.anchor;
      const y = topOf(geometry, line, chip);
      const state = stateOf(context, chip);
      const [, type] = context.entityType(span.type);
      const name = part === 0 ? `${span.type}: ${quoteOf(context.props.text, span)}` : '';
      const look = [chip.left, y, chip.width, type, state, chip.label, name].join('|');
      chips.draw(`${span.id} ${part}`, look, (element) => {
        element.className = `${styles.chip} ${entityClass(type)} ${part > 0 ? styles.more : ''} ${state}`;
        element.textContent = chip.label;
        element.dataset.span = span.id;
        element.style.width = `${chip.width}px`;
        element.style.transform = `translate(${chip.left}px, ${y}px)`;
        if (part === 0) {
          element.setAttribute('aria-label', name);
          element.setAttribute('aria-pressed', String(state.includes(styles.pressed ?? '-')));
        } else element.setAttribute('aria-hidden', 'true');
      });
    }
  }
  chips.end();
}

const heaps = new WeakMap<Element, readonly Span[]>();

/** The spans that a chip counts; `undefined` for the chip of one span, and for what is no chip. */
export const heapOf = (chip: Element): readonly Span[] | undefined => heaps.get(chip);

/** Draws the chip that stands for many: `+7`, which opens their list. */
function drawCount(
  geometry: Geometry,
  line: ChipLine,
  chip: Chip,
  chips: Keyed<HTMLButtonElement>,
): void {
  const y = topOf(geometry, line, chip);
  const spans = chip.heap.map(({ span }) => span);
  const look = [chip.left, y, chip.width, chip.label, ...spans.map(({ id }) => id)].join('|');
  const key = `heap ${chip.anchor.pos} ${Math.round(chip.anchor.x)}`;
  chips.draw(key, look, (element) => {
    element.className = `${styles.chip} ${styles.count}`;
    element.textContent = chip.label;
    element.dataset.heap = '';
    element.setAttribute('aria-label', `${spans.length} more spans`);
    element.setAttribute('aria-haspopup', 'menu');
    element.style.width = `${chip.width}px`;
    element.style.transform = `translate(${chip.left}px, ${y}px)`;
  });
  // Records that were edited are others, though they look the same.
  const element = chips.get(key);
  if (element) heaps.set(element, spans);
}

function topOf({ font }: Geometry, { baseline }: ChipLine, { row }: Chip): number {
  return baseline - font.letterTop - 2 - (row + 1) * ROW;
}

function stateOf(context: TextContext, { anchor }: Chip): string {
  const { selected, linking } = context.props;
  const classes: (string | undefined)[] = [];
  if (selected?.kind === 'span' && selected.id === anchor.span.id) classes.push(styles.pressed);
  if (linking === anchor.span.id) classes.push(styles.source);
  else if (linking !== null) classes.push(styles.target);
  if (context.lookOf(anchor.span) === 'dimmed') classes.push(styles.dimmed);
  if (anchor.span.note !== '') classes.push(styles.noted);
  return classes.join(' ');
}
