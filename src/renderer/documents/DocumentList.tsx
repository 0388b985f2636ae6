import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { useSession } from '../state/session.ts';
import { RightClickMenu } from '../ui/Menu.tsx';
import { contextItems } from './context-items.ts';
import { DocumentLine } from './DocumentLine.tsx';
import styles from './DocumentsPane.module.css';
import { openListed } from './document-actions.ts';
import type { DocumentRow } from './list-documents.ts';
import { choose, onListKey } from './list-keys.ts';
import { useList } from './list-state.ts';

interface DocumentListProps {
  readonly rows: readonly DocumentRow[];
}

const ROW_HEIGHT = 26;

/** The documents, drawn where they are in view only, so that ten thousand are as quick as ten. */
export function DocumentList({ rows }: DocumentListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = useList((state) => state.chosen);
  const active = useList((state) => state.active);
  const open = useSession(({ document }) => document?.entry.id ?? null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const activeAt = rows.findIndex(({ entry }) => entry.id === (active ?? open));
  useEffect(() => {
    if (activeAt >= 0) virtual.scrollToIndex(activeAt, { align: 'auto' });
  }, [activeAt, virtual]);
  useEffect(() => {
    if (open)
      useList.setState(({ chosen }) =>
        chosen.has(open) ? { active: open } : { active: open, chosen: new Set([open]) },
      );
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    if (!onListKey(event, rows, activeAt, perPage)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent, row: DocumentRow) => {
    const isMany = event.shiftKey || event.ctrlKey || event.metaKey;
    if (isMany) choose(rows, row.entry.id, event.shiftKey ? 'to' : 'toggle');
    else void openListed(row.entry.id);
  };

  return (
    <RightClickMenu items={contextItems}>
      <div
        ref={scroller}
        className={styles.list}
        role="listbox"
        aria-label="Documents"
        aria-multiselectable
        aria-activedescendant={activeAt >= 0 ? `document-${activeAt}` : undefined}
        tabIndex={0}
        data-own-keys
        onKeyDown={onKeyDown}
      >
        <div className={styles.inner} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <DocumentLine
                key={row.entry.id}
                row={row}
                top={start}
                index={index}
                count={rows.length}
                isChosen={chosen.has(row.entry.id)}
                isActive={index === activeAt}
                isOpen={row.entry.id === open}
                onClick={onClick}
              />
            );
          })}
        </div>
      </div>
    </RightClickMenu>
  );
}
