import type { TextViewHandle } from '../text/props.ts';

let handle: TextViewHandle | null = null;
const watchers = new Set<() => void>();

/** The frame tells which text view is on screen; `null` when it goes. */
export function setTextView(view: TextViewHandle | null) {
  handle = view;
}

/** The text view on screen, `null` where no document is open. */
export const textView = () => handle;

/** Tells those who show the caret's place that it was moved otherwise than by the person's hand. */
export function caretMoved() {
  for (const watcher of watchers) watcher();
}

/** Watches for such moves. @returns a function that stops watching. */
export function watchCaretMoves(watcher: () => void) {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}
