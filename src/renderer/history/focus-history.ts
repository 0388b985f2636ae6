import { useShell } from '../state/shell.ts';
import { textView } from '../state/text-handle.ts';
import { backToNow } from './viewing.ts';

/** Puts the keyboard into the history: on its list, or while that is on its way on the panel. */
export function focusHistory() {
  const panel = document.querySelector<HTMLElement>('[data-history]');
  (panel?.querySelector<HTMLElement>('[role="listbox"]') ?? panel)?.focus();
}

/** Closes the history, shows the set as it is, and gives the keyboard back to the text. */
export function closeHistory() {
  backToNow();
  useShell.setState({ history: false });
  textView()?.focus();
}
