import { app } from 'electron';
import { z } from 'zod';

/** The one running program of this user; later starts hand over what they were given. */
export interface FirstInstance {
  /** Says who takes paths; those that came before are given at once. */
  onPaths(take: (paths: readonly string[]) => void): void;
}

// It comes from another process of the same user: believable, and still checked.
const handedOver = z.object({ paths: z.array(z.string().min(1).max(32_768)).max(10_000) });

/**
 * Becomes the first instance, with the paths of the command line.
 *
 * @returns `undefined` where there is one already; it has the paths then.
 */
export function becomeFirstInstance(paths: readonly string[]): FirstInstance | undefined {
  if (!app.requestSingleInstanceLock({ paths })) return undefined;

  let waiting: readonly string[][] = [[...paths]];
  let take: (paths: readonly string[]) => void = (more) => {
    waiting = [...waiting, [...more]];
  };
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const decoded = handedOver.safeParse(data);
    take(decoded.success ? decoded.data.paths : []);
  });
  // On a Mac the system tells what was opened; it may do so before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    take([path]);
  });
  return {
    onPaths(taker) {
      take = taker;
      const before = waiting.flat();
      waiting = [];
      taker(before);
    },
  };
}
