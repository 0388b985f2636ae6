import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';

interface DraftOptions {
  /** What is stored. Shown while nothing is being typed. */
  readonly value: string;
  /** Stores what was typed; called once per pause, Enter or leaving, never per character. */
  readonly onCommit: (value: string) => void;
  /** Why a text cannot be stored, as a sentence; `null` for fine. */
  readonly check?: ((value: string) => string | null) | undefined;
  /** Enter makes a new line; Mod+Enter stores. */
  readonly multiline?: boolean;
  /** Stores also after a pause in typing. Not for names, which should be whole. */
  readonly onPause?: boolean;
}

/** Milliseconds without a key after which what was typed is stored. */
const PAUSE = 900;

/**
 * Text that is typed first and stored then: on Enter, on leaving, after a pause, before any key
 * with Mod or Alt (which may go somewhere else), on Escape, and when the field goes away. Escape is
 * left to whatever stands around the field, which gives the keyboard back. Only from a name that is
 * not stored by a pause, Escape drops what was typed: half a name is none.
 */
export function useDraft(options: DraftOptions) {
  const { value, check, multiline = false, onPause = true } = options;
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef({ draft, options });
  latest.current = { draft, options };

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const { draft: text, options: now } = latest.current;
    if (text === null || (now.check?.(text) ?? null) !== null) return;
    latest.current.draft = null;
    setDraft(null);
    if (text !== now.value) now.onCommit(text);
  }, []);

  useEffect(() => {
    window.addEventListener('beforeunload', flush);
    return () => {
      window.removeEventListener('beforeunload', flush);
      flush();
    };
  }, [flush]);

  useEffect(() => {
    if (onPause) return;
    // On the window: a dialog that closes by the same key takes the field away, which would store it.
    const drop = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      latest.current.draft = null;
      setDraft(null);
    };
    window.addEventListener('keydown', drop, true);
    return () => window.removeEventListener('keydown', drop, true);
  }, [onPause]);

  const onValue = (text: string) => {
    setDraft(text);
    latest.current.draft = text;
    clearTimeout(timer.current);
    if (onPause) timer.current = setTimeout(flush, PAUSE);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isStoring = event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey);
    if (isStoring && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      flush();
    } else if (event.key === 'Escape' || event.ctrlKey || event.metaKey || event.altKey) flush();
  };

  return {
    value: draft ?? value,
    problem: draft === null ? null : (check?.(draft) ?? null),
    onValue,
    onKeyDown,
    onBlur: flush,
  };
}
