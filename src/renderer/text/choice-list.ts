import type { EditorView } from '@codemirror/view';
import styles from './choice-list.module.css';
import type { Point } from './props.ts';

/** One line of a list. */
export interface Choice {
  /** A type, in its colours. */
  readonly type: string;
  readonly colors: string;
  readonly words: string;
  readonly isCurrent: boolean;
  readonly choose: () => void;
}

/**
 * Opens a list beside a place, to choose one thing: by mouse, or by arrow keys and Enter. Escape, or going
 * elsewhere, closes it.
 * @param label names it for screen readers. @param point in the window, where its top left corner is.
 */
export function openList(
  view: EditorView,
  label: string,
  choices: readonly Choice[],
  point: Point,
): void {
  const list = document.createElement('div');
  list.className = styles.list ?? '';
  list.setAttribute('role', 'menu');
  list.setAttribute('aria-label', label);
  const items = choices.map(itemOf);
  list.append(...items);

  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    list.remove();
  };
  for (const [i, item] of items.entries())
    item.addEventListener('click', () => {
      close();
      view.focus();
      choices[i]?.choose();
    });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && list.contains(event.relatedTarget))) close();
  });
  list.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const keys: Readonly<Record<string, number>> = {
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
  items[
    Math.max(
      0,
      choices.findIndex(({ isCurrent }) => isCurrent),
    )
  ]?.focus();
}

function itemOf({ type, colors, words }: Choice): HTMLButtonElement {
  const item = document.createElement('button');
  item.type = 'button';
  item.tabIndex = -1;
  item.className = `${styles.item} ${colors}`;
  item.setAttribute('role', 'menuitem');
  const name = document.createElement('span');
  name.className = styles.type ?? '';
  name.textContent = type;
  const rest = document.createElement('span');
  rest.className = styles.words ?? '';
  rest.textContent = words;
  item.append(name, rest);
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
