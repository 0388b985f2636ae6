import { useEffect, useState } from 'react';
import type { ImportPreview, PreviewText } from '#api/calls/imports.ts';
import { call } from '../../../state/client.ts';
import { newJob } from '../../../state/ids.ts';
import { cancelJob } from '../../../state/jobs.ts';
import { useImport } from '../store.ts';

interface ReadText {
  /** The one before while a new one is being read. */
  readonly text: PreviewText | null;
  readonly error: string | null;
  readonly isReading: boolean;
}

/** The text of a document as it would come in now; read anew with each preview. */
export function useText(key: string, preview: ImportPreview): ReadText {
  const [state, setState] = useState<ReadText>({ text: null, error: null, isReading: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each preview may show the text otherwise
  useEffect(() => {
    let isCurrent = true;
    const job = newJob('text');
    const { look, choice } = useImport.getState();
    setState((before) => ({ ...before, isReading: true }));
    void call('import.text', { ticket: look.ticket, choice, key, job }).then((answer) => {
      if (!isCurrent) return;
      isCurrent = false;
      setState(
        answer.ok
          ? { text: answer.value, error: null, isReading: false }
          : { text: null, error: answer.error.message, isReading: false },
      );
    });
    return () => {
      if (isCurrent) cancelJob(job);
      isCurrent = false;
    };
  }, [key, preview]);
  return state;
}
