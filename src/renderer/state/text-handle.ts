import type { TextViewHandle } from '../text/props.ts';

let handle: TextViewHandle | null = null;

/** The frame tells which text view is on screen; `null` when it goes. */
export function setTextView(view: TextViewHandle | null) {
  handle = view;
}

/** The text view on screen, `null` where no document is open. */
export const textView = () => handle;
