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
      const { span, part } = chip.anchor;
      const y = line.baseline - geometry.font.letterTop - 2 - (chip.row + 1) * ROW;
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

function stateOf({ props }: TextContext, { anchor }: Chip): string {
  const { selected, linking } = props;
  const classes: (string | undefined)[] = [];
  if (selected?.kind === 'span' && selected.id === anchor.span.id) classes.push(styles.pressed);
  if (linking === anchor.span.id) classes.push(styles.source);
  else if (linking !== null) classes.push(styles.target);
  if (anchor.span.note !== '') classes.push(styles.noted);
  return classes.join(' ');
}
