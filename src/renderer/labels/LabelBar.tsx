/**
 * The labels above the text. Reads the session; no props. A click tags the selected words, or
 * retypes the selected span where no words are selected, or arms the label.
 */
export function LabelBar() {
  return null;
}
