import { useEffect, useState } from 'react';
import type { ExportPreview, ExportRequest } from '#api/calls/exports.ts';
import { call } from '../state/client.ts';
import { settleAll } from '../state/sets.ts';

interface Previewed {
  readonly preview: ExportPreview | null;
  readonly error: string | null;
  /** Being counted anew; `preview` is the one before. */
  readonly isCounting: boolean;
}

/** Milliseconds to wait for the next click before counting. */
const PAUSE = 200;

/** What an export would write and leave out, counted whenever the request changes. */
export function usePreview(request: ExportRequest | null): Previewed {
  const [state, setState] = useState<Previewed>({ preview: null, error: null, isCounting: true });
  const key = JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the request.
  useEffect(() => {
    if (!request) {
      setState({ preview: null, error: null, isCounting: false });
      return;
    }
    let isCurrent = true;
    setState((before) => ({ ...before, isCounting: true }));
    const timer = setTimeout(async () => {
      await settleAll();
      const answer = await call('export.preview', request);
      if (!isCurrent) return;
      setState(
        answer.ok
          ? { preview: answer.value, error: null, isCounting: false }
          : { preview: null, error: answer.error.message, isCounting: false },
      );
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);
  return state;
}
