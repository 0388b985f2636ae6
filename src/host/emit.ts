import type { Events } from '#api/events.ts';

/** Announces something to the window that this host serves. */
export type Emit = <E extends keyof Events>(event: E, data: Events[E]) => void;
