/** What has the keyboard, as far as keys of actions are concerned. */
export type FocusPlace =
  | 'text' // the document's text, or nothing in particular
  | 'field' // something to type into
  | 'own-keys' // a list that uses letters and arrows itself
  | 'control'; // a button and the like

/** Tells what has the keyboard, from the target of an event. */
export function whereIsFocus(target: EventTarget | null): FocusPlace {
  if (!(target instanceof HTMLElement)) return 'text';
  // CodeMirror's content can be edited for the sake of the caret; nothing is typed into it.
  if (target.closest('.cm-content')) return 'text';
  if (target.isContentEditable || target.closest('textarea, select')) return 'field';
  const input = target.closest('input');
  if (input) return /^(?:checkbox|radio|button|range)$/u.test(input.type) ? 'control' : 'field';
  if (target.closest('[data-own-keys]')) return 'own-keys';
  return target.closest('button, a, summary, [role="separator"]') ? 'control' : 'text';
}
