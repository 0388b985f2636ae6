import { EditorView } from '@codemirror/view';

/**
 * CodeMirror puts its styles into a `<style>` element of the document, which our content security
 * policy forbids; only for shadow roots does it use an adopted style sheet. So one editor is made in
 * a shadow root, and the style set that it leaves there is handed to the document.
 * Does nothing the second time.
 */
export function adoptEditorStyles(): void {
  if (isAdopted) return;
  isAdopted = true;
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  const editor = new EditorView({ root, parent: root });
  for (const key of Object.getOwnPropertySymbols(root)) {
    if (!Object.hasOwn(document, key)) Reflect.set(document, key, Reflect.get(root, key));
  }
  editor.destroy();
}

let isAdopted = false;
