import { useMemo } from 'react';
import { useSession } from '../../state/session.ts';
import { Select } from '../../ui/Select.tsx';
import styles from '../Agreement.module.css';
import { ask, useAgreement } from '../agreement-state.ts';

type Which = 'all' | 'done' | 'open';

const OPTIONS: readonly { readonly value: Which; readonly label: string }[] = [
  { value: 'all', label: 'All documents' },
  { value: 'done', label: 'Those that all of them have done' },
  { value: 'open', label: 'The open document only' },
];

const NONE: readonly never[] = [];

/** Which documents count. */
export function DocumentsChoice() {
  const documents = useAgreement((state) => state.request?.documents ?? NONE);
  const annotators = useAgreement((state) => state.request?.annotators ?? NONE);
  const summaries = useSession((state) => state.summaries);
  const open = useSession((state) => state.document?.entry.id);
  const entries = useSession((state) => state.project?.documents ?? NONE);
  const done = useMemo(() => {
    const byDocument = new Map<string, number>();
    for (const { documentId, annotatorId, status } of summaries.values()) {
      if (status !== 'done' || !annotators.includes(annotatorId)) continue;
      byDocument.set(documentId, (byDocument.get(documentId) ?? 0) + 1);
    }
    return entries.map(({ id }) => id).filter((id) => byDocument.get(id) === annotators.length);
  }, [summaries, annotators, entries]);
  const isOpen = documents.length === 1 && documents[0] === open;
  const which: Which = documents.length === 0 ? 'all' : isOpen ? 'open' : 'done';
  const choose = (value: string) => {
    if (value === 'open' && open) ask({ documents: [open] });
    else ask({ documents: value === 'done' ? done : [] });
  };
  return (
    <div className={styles.choice}>
      <span>Documents</span>
      <Select
        label="Documents"
        options={OPTIONS.map((option) => ({
          ...option,
          disabled:
            (option.value === 'done' && done.length === 0) ||
            (option.value === 'open' && open === undefined),
        }))}
        value={which}
        onValue={choose}
      />
    </div>
  );
}
