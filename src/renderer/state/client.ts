import type { Args, Client, Method, Value } from '#api/contract.ts';
import type { Events } from '#api/events.ts';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';

declare global {
  interface Window {
    /** The only bridge to the host; put there by the preload script. */
    readonly glossator: Client;
  }
}

/** Asks the host. Never rejects: whatever goes wrong on the way comes back as a failure. */
export async function call<M extends Method>(
  method: M,
  args: Args<M>,
): Promise<Result<Value<M>, ApiError>> {
  try {
    return await window.glossator.call(method, args);
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
