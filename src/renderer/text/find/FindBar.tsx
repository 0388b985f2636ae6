import type { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import { contextOf } from '../context.ts';
import { revealRange } from '../reveal.ts';
import styles from './FindBar.module.css';
import { findMatches, matchFrom, NO_MATCHES, setMatches } from './matches.ts';

interface FindBarProps {
  readonly view: EditorView;
  /** Words to begin with. */
  readonly words: string;
  /** Changes when the bar is asked for again: the words are taken over, the field gets the focus. */
  readonly call: number;
  readonly onClose: () => void;
}

/** Finds words in the open document; Enter goes to the next place, Shift+Enter back, Escape closes. */
export function FindBar({ view, words, call, onClose }: FindBarProps) {
  const [query, setQuery] = useState(words);
  const [found, setFound] = useState({ matches: NO_MATCHES, current: -1 });
  const field = useRef<HTMLInputElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `call` stands for "asked for again".
  useEffect(() => {
    if (words !== '') setQuery(words);
    field.current?.focus();
    field.current?.select();
  }, [call, words]);

  useEffect(() => {
    const matches = findMatches(contextOf(view).props.text, query);
    const at = matchFrom(matches, view.state.selection.main.from);
    const current = matches.starts.length === 0 ? -1 : at % matches.starts.length;
    setFound({ matches, current });
  }, [view, query]);

  useEffect(() => {
    const { matches, current } = found;
    view.dispatch({ effects: setMatches.of(found) });
    const start = matches.starts[current];
    if (start !== undefined)
      revealRange(view, { start, end: matches.ends[current] ?? start }, true);
  }, [view, found]);

  useEffect(
    () => () => view.dispatch({ effects: setMatches.of({ matches: NO_MATCHES, current: -1 }) }),
    [view],
  );

  const go = (step: 1 | -1) => {
    const count = found.matches.starts.length;
    if (count > 0) setFound({ ...found, current: (found.current + step + count) % count });
  };
  const close = () => {
    onClose();
    view.focus();
  };

  return (
    <search className={styles.bar} aria-label="Find in the document">
      <input
        ref={field}
        className={styles.field}
        type="text"
        aria-label="Find in the document"
        placeholder="Find"
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') close();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <output className={styles.count}>{countInWords(query, found)}</output>
      <button
        type="button"
        className={styles.button}
        aria-label="Previous match"
        onClick={() => go(-1)}
      >
        ↑
      </button>
      <button type="button" className={styles.button} aria-label="Next match" onClick={() => go(1)}>
        ↓
      </button>
      <button
        type="button"
        className={styles.button}
        aria-label="Close the find bar"
        onClick={close}
      >
        ×
      </button>
    </search>
  );
}

function countInWords(
  query: string,
  { matches, current }: { matches: typeof NO_MATCHES; current: number },
): string {
  if (query === '') return '';
  const count = matches.starts.length;
  if (count === 0) return 'Not found';
  return `${current + 1} of ${count}${matches.isCut ? '+' : ''}`;
}
