import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Relation } from '#core/model/relation.ts';
import type { EntityType, RelationType } from '#core/model/schema.ts';
import type { Span } from '#core/model/span.ts';
import { Swatch } from '../../labels/Swatch.tsx';
import { useSession } from '../../state/session.ts';
import { Icon } from '../../ui/Icon.tsx';
import { jumpTo, returnToText } from '../jump.ts';
import type { OpenSetView } from '../use-open-set.ts';
import styles from './AnnotationList.module.css';
import { wordsOf } from './rows.ts';

interface VirtualRowsProps {
  readonly rows: readonly (Span | Relation)[];
  readonly set: OpenSetView;
  readonly types: readonly (EntityType | RelationType)[];
}

/** As high as a line of the list is drawn, in CSS pixels. */
const HEIGHT = 26;
const PAGE = 10;

/** Draws only the lines in view. Arrow keys go through them, Enter goes into the text. */
export function VirtualRows({ rows, set, types }: VirtualRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const selected = useSession((state) => state.selected);
  const at = rows.findIndex((row) => row.id === selected?.id);
  const [active, setActive] = useState(Math.max(0, at));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    overscan: 10,
  });

  // What is selected in the text is the line to go on from.
  useEffect(() => {
    if (at < 0) return;
    setActive(at);
    virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);

  const go = (to: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, to));
    const row = rows[next];
    setActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
    if (row) jumpTo(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE,
      PageUp: active - PAGE,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target !== undefined) go(target);
    else if (event.key === 'Enter') {
      go(active);
      returnToText();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const colors = new Map(types.map((type) => [type.name, type.color]));
  return (
    <div
      ref={scroller}
      className={styles.rows}
      role="listbox"
      aria-label="Annotations of the document"
      tabIndex={0}
      aria-activedescendant={`${id}-${active}`}
      onKeyDown={onKeyDown}
    >
      <div className={styles.space} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys.
            <div
              key={row.id}
              id={`${id}-${item.index}`}
              role="option"
              tabIndex={-1}
              aria-selected={row.id === selected?.id}
              aria-posinset={item.index + 1}
              aria-setsize={rows.length}
              data-active={item.index === active}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => go(item.index)}
            >
              <Swatch color={colors.get(row.type) ?? '#888888'} shape={row.kind} />
              <span className={styles.words} dir="auto">
                {wordsOf(set.text, set.index, row)}
              </span>
              {row.note !== '' ? <Icon name="note" size={12} /> : null}
              <span className={styles.type}>{row.type}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
