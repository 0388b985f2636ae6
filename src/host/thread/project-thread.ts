import { parentPort, workerData } from 'node:worker_threads';
import { createHost } from '../index.ts';
import { carryOut } from './task.ts';
import type { ThreadInput, ThreadMessage } from './thread-messages.ts';

/**
 * Measures and compares in a thread of its own, so that nothing else waits. It opens the project read-only and reads what is
 * on the disk: every edit that was confirmed. Ended from outside where the work shall stop.
 */
const { folder, task, me } = workerData as ThreadInput;
const tell = (message: ThreadMessage) => parentPort?.postMessage(message);

const host = createHost({
  now: () => new Date(),
  random: Math.random,
  machineName: '',
  documentsFolder: folder,
  sampleFolder: folder,
  me: () => me,
  emit: () => undefined,
});
try {
  const opened = await host.endpoints['project.open']({ path: folder, mode: 'read-only' });
  const session = host.session();
  if (!opened.ok) tell({ kind: 'done', result: opened });
  else if (session) {
    const result = await carryOut(session, task, {
      signal: new AbortController().signal,
      progress: (done, total, text) => tell({ kind: 'progress', done, total, text }),
      found: (found) => tell({ kind: 'part', found }),
    });
    tell({ kind: 'done', result });
  }
} finally {
  await host.close();
}
