import type { EditorView } from '@codemirror/view';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { OutlineEntry } from '#core/text/outline.ts';
import { revealRange } from '../reveal.ts';
import styles from './OutlineBar.module.css';
import { useOutline } from './use-outline.ts';

interface OutlineBarProps {
  readonly view: EditorView;
  readonly onClose: () => void;
}

/** More are not listed at once; some words narrow them down. */
const MOST = 800;

/** The headings and pages of the text: typing narrows them down, arrows and Enter go to one. */
export function OutlineBar({ view, onClose }: OutlineBarProps) {
  const entries = useOutline(view);
  const [words, setWords] = useState('');
  const shown = useMemo(() => matching(entries, words), [entries, words]);
  const [current, setCurrent] = useState(() => before(entries, view.state.selection.main.head));
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => setCurrent(before(entries, view.state.selection.main.head)), [entries, view]);
  useEffect(() => {
    list.current?.querySelector(`[data-number="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const close = () => {
    onClose();
    view.focus();
  };
  const go = (entry: OutlineEntry | undefined) => {
    if (!entry) return;
    revealRange(view, { start: entry.offset, end: entry.offset });
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const to = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + 10,
      PageUp: current - 10,
    }[event.key];
    if (to !== undefined) setCurrent(Math.max(0, Math.min(last, to)));
    else if (event.key === 'Enter') go(shown[current]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <nav
      className={styles.outline}
      aria-label="Outline"
      onBlur={({ relatedTarget, currentTarget }) => {
        // Where the whole window loses the focus, such as to its menu, the field still is the active one.
        const isHere = [relatedTarget, document.activeElement].some((e) =>
          currentTarget.contains(e),
        );
        if (!isHere) onClose();
      }}
    >
      <input
        ref={field}
        className={styles.field}
        type="text"
        role="combobox"
        aria-label="Go to a heading or page"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={shown.length > 0 ? `${id}-${current}` : undefined}
        placeholder="Go to a heading or page"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setCurrent(0);
        }}
        onKeyDown={onKeyDown}
      />
      {shown.length === 0 ? (
        <p className={styles.none}>
          {entries.length === 0
            ? 'This text has no headings or page breaks.'
            : 'No heading has these words.'}
        </p>
      ) : (
        <div ref={list} id={id} className={styles.list} role="listbox" aria-label="Headings">
          {shown.map((entry, i) => (
            <div
              key={entry.offset}
              id={`${id}-${i}`}
              className={styles.entry}
              role="option"
              aria-selected={i === current}
              tabIndex={-1}
              data-number={i}
              style={{ paddingInlineStart: 8 + 14 * (Math.min(entry.level, 6) - 1) }}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => go(entry)}
              onKeyDown={onKeyDown}
            >
              {entry.title}
            </div>
          ))}
        </div>
      )}
    </nav>
  );
}

/** Those in whose title each of the words begins a word. */
function matching(entries: readonly OutlineEntry[], words: string): readonly OutlineEntry[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = entries.filter(({ title }) => {
    const own = ` ${title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')}`;
    return wanted.every((word) => own.includes(` ${word}`));
  });
  return found.slice(0, MOST);
}

/** Number of the last entry that starts at or before the offset. */
function before(entries: readonly OutlineEntry[], offset: number): number {
  return Math.max(
    0,
    Math.min(
      MOST - 1,
      entries.findLastIndex((entry) => entry.offset <= offset),
    ),
  );
}
