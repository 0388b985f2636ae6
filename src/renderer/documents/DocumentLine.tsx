import { type MouseEvent, memo } from 'react';
import { plural } from '../inspector/words.ts';
import { useSession } from '../state/session.ts';
import styles from './DocumentsPane.module.css';
import type { DocumentRow } from './list-documents.ts';
import { useList } from './list-state.ts';
import { StatusIcon } from './StatusIcon.tsx';
import { STATUS_NAMES } from './status-names.ts';

interface DocumentLineProps {
  readonly row: DocumentRow;
  /** CSS pixels from the top of the list. */
  readonly top: number;
  readonly index: number;
  readonly count: number;
  readonly isChosen: boolean;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly onClick: (event: MouseEvent, row: DocumentRow) => void;
}

/** What a line says when the pointer rests on it: who gave the status, when, and how much there is. */
function explain({ entry, status, statusAt, spans, relations }: DocumentRow) {
  const { project } = useSession.getState();
  const when = statusAt ? ` since ${new Date(statusAt).toLocaleString()}` : '';
  const who = statusAt && project ? `, by ${project.me.name}` : '';
  return [
    entry.name,
    `${STATUS_NAMES[status]}${when}${who}`,
    `${plural(spans, 'span')}, ${plural(relations, 'relation')}`,
    `${plural(entry.length, 'character')}, imported from ${entry.source.name}`,
  ].join('\n');
}

/** One document in the list. */
export const DocumentLine = memo(function DocumentLine(props: DocumentLineProps) {
  const { row, index, isOpen, onClick } = props;
  const live = useLive(row, isOpen);
  const onContextMenu = () => {
    const { chosen } = useList.getState();
    const id = row.entry.id;
    if (!chosen.has(id)) useList.setState({ active: id, chosen: new Set([id]) });
  };
  return (
    // The keys of the list itself do the same.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see DocumentList
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
    <div
      id={`document-${index}`}
      role="option"
      aria-selected={props.isChosen}
      aria-setsize={props.count}
      aria-posinset={index + 1}
      aria-current={isOpen ? 'page' : undefined}
      className={styles.document}
      data-active={props.isActive}
      data-open={isOpen}
      style={{ transform: `translateY(${props.top}px)` }}
      title={explain(live)}
      onClick={(event) => onClick(event, live)}
      onContextMenu={onContextMenu}
    >
      <StatusIcon status={live.status} />
      <span className={styles.name}>{row.entry.name}</span>
      {live.spans > 0 && (
        <span className={styles.count}>
          {live.spans.toLocaleString('en')}
          <span className="visually-hidden"> spans</span>
        </span>
      )}
    </div>
  );
});

/** Counts of the open document come from its set, which is ahead of what the host has told. */
function useLive(row: DocumentRow, isOpen: boolean): DocumentRow {
  const document = useSession((state) => (isOpen ? state.document : null));
  const me = useSession(({ project }) => project?.me.id);
  useSession(({ version }) => (isOpen ? version : 0));
  if (!document || document.isPart || document.annotatorId !== me) return row;
  const { spans, relations } = document.index.counts();
  const { status, at } = document.index.status();
  return { ...row, spans, relations, status, statusAt: at };
}
