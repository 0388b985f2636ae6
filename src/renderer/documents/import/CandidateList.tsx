import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ImportCandidate } from '#api/calls/documents.ts';
import { Icon } from '../../ui/Icon.tsx';
import { canImport, ENCODING_NAMES, formatSize } from './can-import.ts';
import styles from './ImportDialog.module.css';

interface CandidateListProps {
  readonly candidates: readonly ImportCandidate[];
  /** Paths of those not to be imported. */
  readonly left: ReadonlySet<string>;
  readonly shown: string;
  readonly onShow: (path: string) => void;
  readonly onTick: (path: string, isTicked: boolean) => void;
}

/** What is to be said of a file, in a few words. */
function remark({ problem, duplicateOf, choices }: ImportCandidate): string | null {
  if (problem) return choices.length > 0 ? 'Choose its encoding' : 'Cannot be added';
  return duplicateOf === null ? null : `Same text as ‘${duplicateOf}’`;
}

/** The files, each with a tick, drawn where they are in view only. */
export function CandidateList(props: CandidateListProps) {
  const { candidates, left, shown, onShow, onTick } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: candidates.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    overscan: 8,
  });
  return (
    <div ref={scroller} className={styles.list}>
      <ul style={{ height: virtual.getTotalSize() }} aria-label="Files">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const each = candidates[index];
          if (!each) return null;
          const note = remark(each);
          return (
            <li
              key={each.path}
              className={styles.file}
              data-shown={each.path === shown}
              style={{ transform: `translateY(${start}px)` }}
            >
              <input
                type="checkbox"
                aria-label={`Add ${each.name}`}
                checked={canImport(each) && !left.has(each.path)}
                disabled={!canImport(each)}
                onChange={(event) => onTick(each.path, event.target.checked)}
              />
              <button
                type="button"
                className={styles.words}
                title={each.path}
                aria-pressed={each.path === shown}
                onClick={() => onShow(each.path)}
              >
                <span className={styles.name}>{each.name}</span>
                <span className={styles.detail} data-remark={note !== null}>
                  {note ? <Icon name="warning" size={12} /> : null}
                  {note ?? `${formatSize(each.size)}, ${ENCODING_NAMES[each.encoding]}`}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
