import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './VirtualList.module.css';

interface VirtualListProps<Item> {
  /** Accessible name. */
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Height of a line in CSS pixels, roughly: lines may be higher. */
  readonly height: (item: Item) => number;
  /** Draws a line. What takes the focus in it has `data-main`; all in it that does has this tab index. */
  readonly children: (item: Item, tabIndex: 0 | -1) => ReactNode;
  /** Whether arrow keys come to the line. Lines to which they do not come are reached with Tab. */
  readonly isStop?: (item: Item) => boolean;
  /** Key of the line to bring into view when it changes. */
  readonly shown?: string;
  readonly className?: string | undefined;
}

/** How many lines on a key goes. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * A list of any length, drawn where it is in view only. One of its lines can be reached with Tab; from
 * there arrow keys, Page, Home and End go on.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, keyOf, height, children, isStop, shown, className } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  const active = Math.min(focused, items.length - 1);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const item = items[index];
      return item === undefined ? 0 : height(item);
    },
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 6,
    // The line with the focus is never taken away.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return active < 0 || drawn.includes(active)
        ? drawn
        : [...drawn, active].sort((a, b) => a - b);
    },
  });

  const index = shown === undefined ? -1 : items.findIndex((item) => keyOf(item) === shown);
  const isThere = index >= 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it stands may change without a scroll
  useEffect(() => {
    if (!isThere) return;
    setFocused(index);
    virtual.scrollToIndex(index, { align: 'auto' });
  }, [shown, isThere]);

  /** The line that keys come to: the first one onward from there, or else back. */
  const stopNear = (from: number, by: 1 | -1) => {
    const lies = (i: number) => items[i] !== undefined && (isStop?.(items[i]) ?? true);
    for (let i = from; i >= 0 && i < items.length; i += by) if (lies(i)) return i;
    for (let i = from; i >= 0 && i < items.length; i -= by) if (lies(i)) return i;
    return undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLSelectElement || isText(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const target = Math.max(0, Math.min(items.length - 1, active + step));
    const next = stopNear(target, step > 0 ? 1 : -1);
    if (next === undefined) return;
    setFocused(next);
    virtual.scrollToIndex(next, { align: 'auto' });
    requestAnimationFrame(() => {
      const line = scroller.current?.querySelector(`[data-index="${next}"] [data-main]`);
      if (line instanceof HTMLElement) line.focus({ preventScroll: true });
    });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys go from line to line, which are buttons
    <div ref={scroller} className={`${styles.scroller} ${className ?? ''}`} onKeyDown={onKeyDown}>
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }} aria-label={label}>
        {virtual.getVirtualItems().map((line) => {
          const item = items[line.index];
          if (item === undefined) return null;
          return (
            <li
              key={line.key}
              ref={virtual.measureElement}
              data-index={line.index}
              className={styles.line}
              aria-posinset={line.index + 1}
              aria-setsize={items.length}
              style={{ transform: `translateY(${line.start}px)` }}
              onFocus={() => (isStop?.(item) ?? true) && setFocused(line.index)}
            >
              {children(item, line.index === active ? 0 : -1)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const isText = (target: EventTarget) =>
  target instanceof HTMLInputElement && target.type === 'text';
