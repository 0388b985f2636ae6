import type { Args, Method } from './contract.ts';
import type { Events } from './events.ts';

/**
 * What the preload script puts into the page as `window.glossator`; nothing else of Electron is there.
 * The page declares it: `interface Window { readonly glossator: Bridge<File> }`.
 *
 * It is a `Client`, but for `app.drop`: there the page hands over the dropped `File`s themselves,
 * and only the preload script can tell their paths. So a page cannot make up a path.
 *
 * Answers come as text (see `writeAnswer`), and arguments may be given as JSON: objects would be copied
 * twice on the way, one by one, which takes seconds for a large set.
 */
export interface Bridge<DroppedFile> {
  call<M extends Method>(
    method: M,
    args: M extends 'app.drop' ? { readonly files: readonly DroppedFile[] } : Args<M> | string,
  ): Promise<string>;
  /** Listens until the function that it returns is called. */
  on<E extends keyof Events>(event: E, listener: (data: Events[E]) => void): () => void;
}
