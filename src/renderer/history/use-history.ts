import { useEffect, useState } from 'react';
import type { HistoryLine } from '#api/calls/project.ts';
import { call } from '../state/client.ts';
import { useSession } from '../state/session.ts';

export type HistoryOf = 'document' | 'project';

interface History {
  /** Oldest first; `null` while it is being read. */
  readonly lines: readonly HistoryLine[] | null;
  /** Why it could not be read. */
  readonly error: string | null;
}

/** Milliseconds in which nothing more is done, before a history that is shown already is read again. */
const PAUSE = 150;

const READING: History = { lines: null, error: null };

/** The history of the open set or of the project, read again whenever there is more of it. */
export function useHistory(of: HistoryOf): History {
  const documentId = useSession((state) => state.document?.entry.id);
  const annotatorId = useSession((state) => state.document?.annotatorId);
  const project = useSession((state) => state.project);
  const version = useSession((state) => state.version);
  const isSaved = useSession((state) => state.saving === 'saved');
  const [history, setHistory] = useState(READING);
  const target = of === 'project' ? 'project' : `${documentId} ${annotatorId}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown belongs to the target alone.
  useEffect(() => setHistory(READING), [target]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the set, another history.
  useEffect(() => {
    if (!isSaved) return;
    let isCurrent = true;
    // While edits follow each other, it is not read after each.
    const pause = history.lines === null ? 0 : PAUSE;
    const read = async () => {
      const known = documentId !== undefined && annotatorId !== undefined;
      if (of === 'document' && !known) return;
      const answer =
        of === 'project' || !known
          ? await call('project.history', null)
          : await call('annotations.history', { documentId, annotatorId });
      if (!isCurrent) return;
      setHistory(
        answer.ok
          ? { lines: answer.value, error: null }
          : { lines: null, error: answer.error.message },
      );
    };
    const timer = setTimeout(() => void read(), pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [of, documentId, annotatorId, project, version, isSaved]);
  return history;
}
