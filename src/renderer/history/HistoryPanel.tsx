import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../state/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { closeHistory, focusHistory } from './focus-history.ts';
import styles from './HistoryPanel.module.css';
import { HistoryRows } from './HistoryRows.tsx';
import { historyRows } from './history-rows.ts';
import { type HistoryOf, useHistory } from './use-history.ts';
import { backToNow, lookAt } from './viewing.ts';

const WHOSE = [
  { value: 'document', label: 'This document' },
  { value: 'project', label: 'Project' },
] as const;

/**
 * Who did what when, for the document and for the project. Stands in place of the inspector while
 * it is open, fills its container, and takes the keyboard.
 */
export function HistoryPanel() {
  const hasDocument = useSession((state) => state.document !== null);
  const viewed = useSession((state) => state.viewing?.line.seq ?? null);
  const [chosen, setChosen] = useState<HistoryOf>('document');
  const of = hasDocument ? chosen : 'project';
  const { lines, error } = useHistory(of);
  const rows = useMemo(() => historyRows(lines ?? [], new Date()), [lines]);
  const panel = useRef<HTMLDivElement>(null);
  const hasRows = rows.length > 0;
  useEffect(() => focusHistory(), []);
  useEffect(() => {
    // The list comes after the panel; who has gone on meanwhile is left alone.
    if (hasRows && document.activeElement === panel.current) focusHistory();
  }, [hasRows]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (viewed === null) closeHistory();
    else backToNow();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape from inside.
    <div ref={panel} className={styles.panel} data-history tabIndex={-1} onKeyDown={onKeyDown}>
      <header className={styles.header}>
        <h2 className={styles.title}>History</h2>
        <IconButton icon="close" label="Close the history" keys="Escape" onClick={closeHistory} />
      </header>
      <div className={styles.choice}>
        {hasDocument ? (
          <Toggle
            label="Whose history"
            choices={WHOSE}
            value={of}
            onValue={(value) => {
              backToNow();
              setChosen(value);
            }}
          />
        ) : null}
      </div>
      {error === null ? null : (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      {lines && lines.length === 0 ? <Empty of={of} /> : null}
      {hasRows ? (
        <HistoryRows
          rows={rows}
          label={of === 'document' ? 'History of the document' : 'History of the project'}
          viewed={viewed}
          onChoose={of === 'document' ? (line) => void lookAt(line) : null}
        />
      ) : null}
    </div>
  );
}

function Empty({ of }: { readonly of: HistoryOf }) {
  return of === 'document' ? (
    <EmptyState icon="history" title="Nothing was done here yet">
      Each edit of the annotations will be listed, and any earlier state can be looked at and
      restored.
    </EmptyState>
  ) : (
    <EmptyState icon="history" title="Nothing was done yet">
      Imports, removals and edits of the schema will be listed here.
    </EmptyState>
  );
}
