import type { EditorView } from '@codemirror/view';
import type { Span } from '#core/model/span.ts';
import { contextOf } from './context.ts';
import { chooseSpan, spansAtCaret } from './pointer/choose.ts';
import type { Point } from './props.ts';
import { quoteOf } from './quote.ts';
import styles from './span-list.module.css';
import { entityClass } from './type-colors.ts';

/**
 * Opens a list of spans beside a place, to choose one: by mouse, or by arrow keys and Enter. Escape, or
 * going elsewhere, closes it.
 * @param point in the window, where the list has its top left corner.
 */
export function openSpanList(view: EditorView, spans: readonly Span[], point: Point): void {
  const list = document.createElement('div');
  list.className = styles.list ?? '';
  list.setAttribute('role', 'menu');
  list.setAttribute('aria-label', `${spans.length} spans here`);
  const items = spans.map((span) => itemOf(view, span));
  list.append(...items);

  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    list.remove();
  };
  const choose = (span: Span) => {
    close();
    view.focus();
    chooseSpan(view, [span], point);
  };
  for (const [i, item] of items.entries()) {
    const span = spans[i];
    if (span) item.addEventListener('click', () => choose(span));
  }
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && list.contains(event.relatedTarget))) close();
  });
  list.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const keys: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: items.length - 1,
    };
    const to = keys[event.key];
    if (to !== undefined) items[(to + items.length) % items.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      view.focus();
    } else return;
    event.preventDefault();
  });

  view.dom.append(list);
  place(view, list, point);
  const { selected } = contextOf(view).props;
  const current = spans.findIndex((span) => span.id === selected?.id);
  items[Math.max(0, current)]?.focus();
}

/** Opens the list of the spans at the caret. @returns whether there were any. */
export function listSpansHere(view: EditorView): boolean {
  const spans = spansAtCaret(view);
  const box = view.coordsAtPos(view.state.selection.main.head);
  if (spans.length === 0 || !box) return false;
  openSpanList(view, spans, { x: box.left, y: box.bottom + 4 });
  return true;
}

function itemOf(view: EditorView, span: Span): HTMLButtonElement {
  const context = contextOf(view);
  const [, type] = context.entityType(span.type);
  const item = document.createElement('button');
  item.type = 'button';
  item.tabIndex = -1;
  item.className = `${styles.item} ${entityClass(type)}`;
  item.setAttribute('role', 'menuitem');
  const name = document.createElement('span');
  name.className = styles.type ?? '';
  name.textContent = span.type;
  const words = document.createElement('span');
  words.className = styles.words ?? '';
  words.textContent = quoteOf(context.props.text, span, 60);
  item.append(name, words);
  return item;
}

/** Inside the view, whole, as near to the place as can be. */
function place(view: EditorView, list: HTMLElement, point: Point): void {
  const frame = view.dom.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const left = Math.max(4, Math.min(point.x - frame.left, frame.width - width - 8));
  const top = Math.max(4, Math.min(point.y - frame.top, frame.height - height - 8));
  list.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
