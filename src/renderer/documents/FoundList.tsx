import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { TextHit } from '#api/calls/documents.ts';
import { plural } from '../inspector/words.ts';
import { openAt } from '../state/open-document.ts';
import { useSession } from '../state/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './DocumentsPane.module.css';
import { type Found, useList } from './list-state.ts';

type Line =
  | { readonly kind: 'head'; readonly name: string; readonly count: number }
  | { readonly kind: 'hit'; readonly hit: TextHit };

function linesOf(found: Found, nameOf: (id: string) => string): readonly Line[] {
  const lines: Line[] = [];
  let last = '';
  for (const hit of found.hits) {
    const { documentId } = hit;
    if (documentId !== last) {
      const count = found.counts[documentId] ?? 0;
      lines.push({ kind: 'head', name: nameOf(documentId), count });
    }
    last = documentId;
    lines.push({ kind: 'hit', hit });
  }
  return lines;
}

const jump = (line: Line | undefined) =>
  line?.kind === 'hit' && void openAt(line.hit.documentId, line.hit.start, line.hit.end);

/** What was found in the texts, by document; a click or Enter shows the place. */
export function FoundList({ found }: { readonly found: Found }) {
  const documents = useSession(({ project }) => project?.documents);
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(1);
  const lines = useMemo(() => {
    const names = new Map(documents?.map(({ id, name }) => [id, name]));
    return linesOf(found, (id) => names.get(id) ?? id);
  }, [found, documents]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 26,
    overscan: 12,
  });
  const all = Object.values(found.counts).reduce((sum, n) => sum + n, 0);

  const step = (by: 1 | -1) => {
    let next = active + by;
    while (lines[next]?.kind === 'head') next += by;
    if (!lines[next]) return;
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter') jump(lines[active]);
    else if (event.key === 'Escape') useList.setState({ found: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (lines.length === 0) {
    return (
      <EmptyState icon="search" title={`No text contains ‘${found.query}’.`}>
        Letter case has no meaning, spaces have. Clear the search to see all documents.
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.row}>
        <p className={styles.summary} role="status">
          &nbsp; ‘{found.query}’: {all.toLocaleString('en')} in{' '}
          {plural(Object.keys(found.counts).length, 'document')}
          {all > found.hits.length ? `, the first ${found.hits.length.toLocaleString('en')}` : ''}
        </p>
        <IconButton
          icon="close"
          label="Back to all documents"
          onClick={() => useList.setState({ found: null })}
        />
      </div>
      <div
        ref={scroller}
        className={styles.list}
        role="listbox"
        aria-label="Found in the texts"
        aria-activedescendant={`found-${active}`}
        tabIndex={0}
        data-own-keys
        onKeyDown={onKeyDown}
      >
        <div className={styles.inner} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            const style = { transform: `translateY(${start}px)` };
            if (!line) return null;
            if (line.kind === 'head') {
              return (
                <div key={index} className={styles.head} style={style} role="presentation">
                  <span className={styles.name}>{line.name}</span>
                  <span className={styles.count}>{line.count.toLocaleString('en')}</span>
                </div>
              );
            }
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
              <div
                key={index}
                id={`found-${index}`}
                role="option"
                aria-selected={index === active}
                className={styles.hit}
                style={style}
                data-active={index === active}
                onClick={() => {
                  setActive(index);
                  jump(line);
                }}
              >
                {line.hit.before.slice(-24)}
                <mark>{line.hit.match}</mark>
                {line.hit.after}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
