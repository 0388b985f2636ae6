import { useEffect, useRef, useState } from 'react';
import type { ExportPreview, ExportRequest } from '#api/calls/exports.ts';
import { call } from '../state/client.ts';
import { cancelJob, runJob } from '../state/jobs.ts';
import { settleAll } from '../state/sets.ts';

interface Previewed {
  readonly preview: ExportPreview | null;
  readonly error: string | null;
  /** Being counted anew; `preview` is the one before. */
  readonly isCounting: boolean;
  /** The person has stopped counting. */
  readonly isStopped: boolean;
}

/** How names of these jobs begin. */
export const PREVIEW_JOB = 'count-export';

/** Milliseconds to wait for the next click before counting. */
const PAUSE = 200;

/**
 * What an export would write and leave out, counted whenever the request changes.
 * @returns also a function that counts again.
 */
export function usePreview(request: ExportRequest | null): Previewed & { again: () => void } {
  const [state, setState] = useState<Previewed>({
    preview: null,
    error: null,
    isCounting: true,
    isStopped: false,
  });
  const [round, setRound] = useState(0);
  /** The selection that was read since the dialog opened: nobody edits meanwhile. */
  const known = useRef('');
  const key = JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the request.
  useEffect(() => {
    const rest = { isCounting: false, isStopped: false };
    if (!request) {
      setState({ preview: null, error: null, ...rest });
      return;
    }
    let running: string | null = null;
    let isCurrent = true;
    const selection = JSON.stringify(request.selection);
    setState((before) => ({ ...before, isCounting: true, isStopped: false }));
    const timer = setTimeout(async () => {
      await settleAll();
      if (!isCurrent) return;
      const answer = await runJob('Counting for the export', PREVIEW_JOB, (job) => {
        running = job;
        return call('export.preview', { ...request, job, reuse: known.current === selection });
      });
      running = null;
      if (!isCurrent) return;
      if (answer.ok) {
        known.current = selection;
        setState({ preview: answer.value, error: null, ...rest });
      } else if (answer.error.code === 'cancelled') {
        setState({ preview: null, error: null, isCounting: false, isStopped: true });
      } else setState({ preview: null, error: answer.error.message, ...rest });
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      if (running !== null) cancelJob(running);
    };
  }, [key, round]);
  return { ...state, again: () => setRound(round + 1) };
}
