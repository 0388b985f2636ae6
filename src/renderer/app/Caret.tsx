import { useEffect, useMemo, useState } from 'react';
import { linesOf } from '#core/text/lines.ts';
import { offsetsOf } from '#core/text/offsets.ts';
import { useSession } from '../state/session.ts';
import { textView, watchCaretMoves } from '../state/text-handle.ts';

/** Calls `tell` with the caret's offset when it has moved, once per frame at most. */
function watchCaret(tell: (offset: number) => void) {
  let frame = 0;
  const onSelection = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const view = textView();
      if (view) tell(view.caret());
    });
  };
  document.addEventListener('selectionchange', onSelection);
  const stopWatching = watchCaretMoves(onSelection);
  return () => {
    stopWatching();
    cancelAnimationFrame(frame);
    document.removeEventListener('selectionchange', onSelection);
  };
}

/** Where the caret is: line from 1, and the offset in code points that files on disk have too. */
export function Caret() {
  const text = useSession(({ document }) => document?.text ?? null);
  const [caret, setCaret] = useState(0);
  useEffect(() => watchCaret(setCaret), []);
  // Reading the whole text waits until the caret is asked for the first time.
  const places = useMemo(() => lazily(() => placesOf(text ?? '')), [text]);
  if (text === null) return null;
  const at = Math.min(caret, text.length);
  const { line, offset } = at === 0 ? { line: 1, offset: 0 } : places()(at);
  return (
    <span title="Line, and offset in characters (Unicode code points) as on disk">
      Line {line.toLocaleString('en')}, offset {offset.toLocaleString('en')}
    </span>
  );
}

function placesOf(text: string) {
  const lines = linesOf(text);
  const offsets = offsetsOf(text);
  return (at: number) => ({ line: lines.lineAt(at), offset: offsets.toCodePoints(at) });
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
