import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { TellingDifference } from '#core/review/difference.ts';
import { useSession } from '../../state/session.ts';
import { useCompare } from '../compare-state.ts';
import { KIND_NAMES } from '../kind-names.ts';
import { differenceKey } from '../shown.ts';
import { openInContext } from '../walk.ts';
import styles from './DifferenceList.module.css';
import { listLines } from './list-lines.ts';

interface DifferenceListProps {
  readonly differences: readonly TellingDifference[];
  /** Place of the one that is looked at. */
  readonly at: number;
}

/** Heights of lines as the style sheet has them, in CSS pixels. */
const HEAD = 26;
const LINE = 46;
const NONE: readonly never[] = [];

/** The differences by document, drawn where they are in view only. The keys are the page's. */
export function DifferenceList({ differences, at }: DifferenceListProps) {
  const documents = useSession(({ project }) => project?.documents ?? NONE);
  const names = useMemo(() => new Map(documents.map(({ id, name }) => [id, name])), [documents]);
  const { lines, lineOf } = useMemo(() => listLines(differences), [differences]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'head' ? HEAD : LINE),
    overscan: 10,
  });
  const line = lineOf[at];
  useEffect(() => {
    // The document's name comes into view with its first difference.
    if (line !== undefined) virtual.scrollToIndex(line === 1 ? 0 : line, { align: 'auto' });
  }, [line, virtual]);
  const isThere = differences.length > 0;
  useEffect(() => {
    // The keys are at the list from the start; unless something else was chosen meanwhile.
    const dialog = scroller.current?.closest('[role="dialog"]');
    const { activeElement } = document;
    const isBusy = dialog?.contains(activeElement) && activeElement?.matches('select, input');
    if (isThere && !isBusy) scroller.current?.focus();
  }, [isThere]);
  if (!isThere) return null;
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      aria-label="Differences"
      aria-activedescendant={`difference-${at}`}
      tabIndex={0}
    >
      <div className={styles.space} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const each = lines[index];
          const style = { transform: `translateY(${start}px)` };
          if (!each) return null;
          if (each.kind === 'head') {
            return (
              <div key={index} className={styles.head} style={style} role="presentation">
                <bdi className={styles.name}>{names.get(each.document) ?? each.document}</bdi>
                <span>{each.count.toLocaleString('en')}</span>
              </div>
            );
          }
          return (
            <Line
              key={index}
              {...each}
              style={style}
              isChosen={each.at === at}
              total={differences.length}
            />
          );
        })}
      </div>
    </div>
  );
}

interface LineProps {
  readonly difference: TellingDifference;
  readonly at: number;
  readonly total: number;
  readonly isChosen: boolean;
  readonly style: { readonly transform: string };
}

function Line({ difference, at, total, isChosen, style }: LineProps) {
  const { about, kinds, takes, types, sentence } = difference;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the page takes the keys
    <div
      id={`difference-${at}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-posinset={at + 1}
      aria-setsize={total}
      className={styles.line}
      style={style}
      onClick={() => useCompare.setState({ chosen: differenceKey(difference) })}
      onDoubleClick={() => openInContext(difference)}
    >
      <span className={styles.lineTop}>
        <bdi className={styles.words}>{about === 'label' ? types[0] : takes[0]?.words}</bdi>
        <span className={styles.kind}>{kinds.map((kind) => KIND_NAMES[kind]).join(', ')}</span>
      </span>
      <span className={styles.sentence}>{sentence}</span>
    </div>
  );
}
