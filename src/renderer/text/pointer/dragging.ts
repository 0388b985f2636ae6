import type { EditorView } from '@codemirror/view';

/** Editors in which the mouse is selecting words right now. */
export const dragging = new WeakSet<EditorView>();
