import { readAnswer } from '#api/answer-text.ts';
import type { Bridge } from '#api/bridge.ts';
import type { Args, Method, Value } from '#api/contract.ts';
import type { Events } from '#api/events.ts';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';

declare global {
  interface Window {
    /** The only bridge to the host; put there by the preload script. */
    readonly glossator: Bridge<File>;
  }
}

/** Asks the host. Never rejects: whatever goes wrong on the way comes back as a failure. */
export function call<M extends Exclude<Method, 'app.drop'>>(
  method: M,
  args: Args<M>,
): Promise<Result<Value<M>, ApiError>> {
  // `M` is never `app.drop`, whose arguments alone are others in the page; TypeScript cannot tell.
  const send = window.glossator.call as (m: M, a: string) => Promise<string>;
  return answerOf(method, () => send(method, JSON.stringify(args)));
}

/** Tells the paths of files that were dropped on the window. */
export const dropped = (files: readonly File[]) =>
  answerOf('app.drop', () => window.glossator.call('app.drop', { files }));

async function answerOf<M extends Method>(
  method: M,
  send: () => Promise<string>,
): Promise<Result<Value<M>, ApiError>> {
  try {
    return readAnswer(method, await send());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      error: { code: 'bug', message: `Glossator could not do this (${method}): ${reason}` },
    };
  }
}

/** Listens to what the host announces. @returns a function that stops listening. */
export function on<E extends keyof Events>(event: E, listener: (data: Events[E]) => void) {
  return window.glossator.on(event, listener);
}
