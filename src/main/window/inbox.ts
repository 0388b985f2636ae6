import type { Emit } from '#host/index.ts';

/** What is meant for a page: given at once where the page listens, else kept until it asks. */
export interface Inbox {
  /** Files and folders to open. */
  handOver(paths: readonly string[]): void;
  /** A sentence for the person. */
  warn(message: string): void;
  /** What was kept; from now on the page listens. Warnings follow as events. */
  take(): readonly string[];
  /** The page starts anew, and does not listen yet. */
  pageStarts(): void;
}

/** Makes the inbox of a page that has not started yet. */
export function createInbox(emit: Emit): Inbox {
  let isListening = false;
  let paths: readonly string[] = [];
  let warnings: readonly string[] = [];
  const tell = (message: string) => emit('notice', { kind: 'warning', message });
  return {
    handOver(more) {
      if (isListening) emit('files.opened', { paths: more });
      else paths = [...paths, ...more];
    },
    warn(message) {
      if (isListening) tell(message);
      else warnings = [...warnings, message];
    },
    take() {
      const taken = paths;
      for (const message of warnings) setImmediate(tell, message);
      isListening = true;
      paths = [];
      warnings = [];
      return taken;
    },
    pageStarts() {
      isListening = false;
    },
  };
}
