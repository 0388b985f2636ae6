import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { FormatInfo } from '#api/calls/exports.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './FormatList.module.css';
import { groupFormats } from './format-groups.ts';

interface FormatListProps {
  readonly formats: readonly FormatInfo[];
  readonly chosen: string;
  readonly onChosen: (id: string) => void;
}

/** All formats in groups. Typing searches, arrows choose. */
export function FormatList({ formats, chosen, onChosen }: FormatListProps) {
  const [words, setWords] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLDivElement>(null);
  const id = useId();
  const groups = groupFormats(formats, words);
  const shown = groups.flatMap((group) => group.formats);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen one may have moved out of sight.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  // The dialog opens before the formats are there.
  useEffect(() => search.current?.querySelector('input')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = shown.findIndex((format) => format.id === chosen);
    const target = { ArrowDown: at + 1, ArrowUp: at < 0 ? 0 : at - 1, Enter: Math.max(at, 0) }[
      event.key
    ];
    const next = target === undefined ? undefined : shown[target];
    if (target === undefined) return;
    event.preventDefault();
    if (next) onChosen(next.id);
  };
  const optionId = (format: string) => `${id}-${format}`;
  const isShown = shown.some((format) => format.id === chosen);
  return (
    <div ref={search} className={styles.formats}>
      <TextField
        type="search"
        label="Search formats"
        labelHidden
        placeholder="Search formats"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={isShown ? optionId(chosen) : undefined}
        value={words}
        onValue={setWords}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label="Format"
        aria-activedescendant={isShown ? optionId(chosen) : undefined}
        tabIndex={0}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        {groups.map(({ title, formats: inside }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields.
          <div key={title} role="group" aria-label={title} className={styles.group}>
            <p className={styles.title} aria-hidden="true">
              {title}
            </p>
            {inside.map((format) => (
              // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the list has the focus and the keys.
              <div
                key={format.id}
                id={optionId(format.id)}
                role="option"
                data-format={format.id}
                aria-selected={format.id === chosen}
                className={styles.option}
                onClick={() => onChosen(format.id)}
              >
                {format.name}
              </div>
            ))}
          </div>
        ))}
        {shown.length === 0 ? <p className={styles.none}>No format has these words.</p> : null}
      </div>
    </div>
  );
}
