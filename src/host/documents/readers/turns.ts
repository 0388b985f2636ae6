import { setImmediate } from 'node:timers/promises';
import type { Reading } from './document-reader.ts';

/** So long work goes on before other work has its turn, in milliseconds. */
const TURN_MS = 30;

/**
 * Makes a function to be awaited between pieces of long work: it lets other work have its turn where that
 * is due, and throws where the reading shall stop.
 */
export function turns({ signal }: Pick<Reading, 'signal'>): () => Promise<void> | undefined {
  signal.throwIfAborted();
  let since = performance.now();
  return () => {
    if (performance.now() - since < TURN_MS) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
      signal.throwIfAborted();
    });
  };
}
