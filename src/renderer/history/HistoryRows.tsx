import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { HistoryLine } from '#api/calls/project.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './HistoryPanel.module.css';
import type { HistoryRow } from './history-rows.ts';

interface HistoryRowsProps {
  readonly rows: readonly HistoryRow[];
  /** Accessible name. */
  readonly label: string;
  /** `seq` of the entry that is looked at. */
  readonly viewed: number | null;
  /** Looks at the state after an entry; `null` where that cannot be. */
  readonly onChoose: ((line: HistoryLine) => void) | null;
}

/** Heights in CSS pixels, as the style sheet has them. */
const DAY = 30;
const ENTRY = 42;

/** The lines of a history; only those in view are drawn. Arrow keys walk, Enter looks. */
export function HistoryRows({ rows, label, viewed, onChoose }: HistoryRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (rows[i]?.kind === 'day' ? DAY : ENTRY),
    getItemKey: (i) => rows[i]?.key ?? i,
    overscan: 8,
  });
  const entries = rows.flatMap((row, i) => (row.kind === 'entry' ? [{ row, i }] : []));
  const at = Math.max(
    0,
    entries.findIndex(({ row }) => row.key === active),
  );
  const go = (to: number) => {
    const next = entries[Math.min(entries.length - 1, Math.max(0, to))];
    if (!next) return;
    setActive(next.row.key);
    virtual.scrollToIndex(next.i, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(entries.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') {
      const entry = entries[at];
      if (entry) onChoose?.(entry.row.line);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const current = active ?? entries[0]?.row.key;
  return (
    <div
      ref={scroller}
      className={styles.rows}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      data-own-keys
      aria-activedescendant={current === undefined ? undefined : `${id}-${current}`}
      onKeyDown={onKeyDown}
    >
      <div className={styles.space} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          const style = { transform: `translateY(${item.start}px)` };
          if (!row) return null;
          if (row.kind === 'day') {
            return (
              <div key={row.key} role="presentation" className={styles.day} style={style}>
                {row.title}
              </div>
            );
          }
          const { line, isUndone, time } = row;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys.
            <div
              key={row.key}
              id={`${id}-${row.key}`}
              role="option"
              tabIndex={-1}
              aria-selected={line.seq === viewed}
              aria-label={`${line.label}${isUndone ? ', undone' : ''}, ${line.by}, ${time}`}
              data-undone={isUndone}
              data-active={row.key === current}
              data-choosable={onChoose !== null}
              className={styles.entry}
              style={style}
              onClick={() => {
                setActive(row.key);
                onChoose?.(line);
              }}
            >
              <span className={styles.label} title={line.label}>
                {signOf(line)}
                <span className={styles.labelWords}>{line.label}</span>
              </span>
              <span className={styles.who}>
                {time} · {line.by}
                {isUndone ? ' · undone' : ''}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function signOf({ undoes, redoes }: HistoryLine) {
  if (undoes !== undefined) return <Icon name="undo" size={12} />;
  return redoes === undefined ? null : <Icon name="redo" size={12} />;
}
