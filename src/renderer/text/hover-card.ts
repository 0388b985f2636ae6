import { type EditorView, ViewPlugin } from '@codemirror/view';
import type { AttributeValue } from '#core/model/attribute.ts';
import type { Span } from '#core/model/span.ts';
import { contextOf } from './context.ts';
import styles from './hover-card.module.css';
import { dragging } from './pointer/dragging.ts';
import { spansAtPoint } from './pointer/hit.ts';
import { quoteOf, shorten } from './quote.ts';
import { entityClass } from './type-colors.ts';

/** How long the mouse rests before the card comes, and before the guideline joins it, in ms. */
const REST = 380;
const GUIDELINE = 1100;

/** A small card with what is known of the span under the mouse; it is in nobody's way. */
export const hoverCard = ViewPlugin.fromClass(
  class {
    readonly #card = document.createElement('div');
    readonly #view: EditorView;
    #timer: ReturnType<typeof setTimeout> | undefined;
    #shown: string | undefined;

    constructor(view: EditorView) {
      this.#view = view;
      this.#card.className = styles.card ?? '';
      this.#card.setAttribute('role', 'tooltip');
      this.#card.hidden = true;
      view.dom.append(this.#card);
      view.scrollDOM.addEventListener('mousemove', this.#move);
      view.scrollDOM.addEventListener('mouseleave', this.#hide);
      view.scrollDOM.addEventListener('mousedown', this.#hide, true);
      view.scrollDOM.addEventListener('scroll', this.#hide);
    }

    destroy(): void {
      this.#hide();
      this.#card.remove();
      this.#view.scrollDOM.removeEventListener('mousemove', this.#move);
      this.#view.scrollDOM.removeEventListener('mouseleave', this.#hide);
      this.#view.scrollDOM.removeEventListener('mousedown', this.#hide, true);
      this.#view.scrollDOM.removeEventListener('scroll', this.#hide);
    }

    readonly #move = (event: MouseEvent) => {
      if (event.buttons !== 0 || dragging.has(this.#view)) return;
      clearTimeout(this.#timer);
      const point = { x: event.clientX, y: event.clientY };
      this.#timer = setTimeout(() => this.#look(point), this.#shown === undefined ? REST : 80);
    };

    readonly #hide = () => {
      clearTimeout(this.#timer);
      this.#card.hidden = true;
      this.#shown = undefined;
    };

    #look(point: { x: number; y: number }): void {
      const spans = spansAtPoint(this.#view, point);
      const [span] = spans;
      if (!span) {
        this.#hide();
        return;
      }
      if (this.#shown === span.id) return;
      this.#show(span, spans.length, point, false);
      this.#timer = setTimeout(() => this.#show(span, spans.length, point, true), GUIDELINE);
    }

    #show(span: Span, count: number, point: { x: number; y: number }, isLong: boolean): void {
      this.#shown = span.id;
      fillCard(this.#view, this.#card, span, count, isLong);
      this.#card.hidden = false;
      const frame = this.#view.dom.getBoundingClientRect();
      const { width, height } = this.#card.getBoundingClientRect();
      const left = Math.max(4, Math.min(point.x - frame.left, frame.width - width - 8));
      const below = point.y - frame.top + 22;
      const top = below + height > frame.height ? point.y - frame.top - height - 18 : below;
      this.#card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    }
  },
);

function fillCard(view: EditorView, card: HTMLElement, span: Span, count: number, isLong: boolean) {
  const context = contextOf(view);
  const { text, index } = context.props;
  const [type, number] = context.entityType(span.type);
  card.className = `${styles.card} ${entityClass(number)}`;
  card.replaceChildren(
    line(styles.cardType, span.type),
    line(styles.cardQuote, quoteOf(text, span, 90)),
  );
  for (const [name, value] of Object.entries(span.attributes))
    card.append(line(styles.cardLine, `${name}: ${valueInWords(value)}`));
  if (span.note) card.append(line(styles.cardNote, shorten(span.note, 240)));
  const relations = index.relationsOf(span.id).length;
  const facts = [
    relations > 0 && `${relations} ${relations === 1 ? 'relation' : 'relations'}`,
    span.ranges.length > 1 && `${span.ranges.length} parts`,
    count > 1 && `${count} spans here`,
  ].filter((fact) => typeof fact === 'string');
  if (facts.length > 0) card.append(line(styles.cardFaint, facts.join(' · ')));
  if (isLong && type?.description)
    card.append(line(styles.cardGuideline, shorten(type.description, 400)));
}

function line(className: string | undefined, words: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className ?? '';
  element.textContent = words;
  return element;
}

function valueInWords(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(', ') : String(value);
}
