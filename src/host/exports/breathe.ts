/** Lets other work come between two pieces of long work. @throws the signal's reason where it was aborted. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((next) => setImmediate(next));
  signal.throwIfAborted();
}
