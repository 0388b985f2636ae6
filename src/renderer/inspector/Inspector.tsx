/**
 * The right pane: the selected annotation, or else the document. Reads the session; no props.
 * `focusInspector` (focus.ts) reaches its parts from the keyboard.
 */
export function Inspector() {
  return null;
}
