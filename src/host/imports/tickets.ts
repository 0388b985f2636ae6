import type { ApiError } from '#api/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Grouped } from './group.ts';

/** What was looked at, kept until it is imported or closed. */
export interface Ticket extends Grouped {
  readonly id: string;
}

/** A new look begins after so many, and the oldest is forgotten. */
const MOST = 3;

/** The imports that one window is about to make. */
export class Tickets {
  readonly #open = new Map<string, Ticket>();
  #count = 0;

  /** Keeps what was looked at. */
  add(grouped: Grouped): Ticket {
    const ticket = { ...grouped, id: `import-${++this.#count}` };
    this.#open.set(ticket.id, ticket);
    for (const id of this.#open.keys()) {
      if (this.#open.size <= MOST) break;
      this.#open.delete(id);
    }
    return ticket;
  }

  get(id: string): Result<Ticket, ApiError> {
    const ticket = this.#open.get(id);
    if (ticket) return ok(ticket);
    const message = 'What was looked at is no longer kept. Choose the files again.';
    return err({ code: 'not-found', message, place: { id } });
  }

  close(id: string): void {
    this.#open.delete(id);
  }
}
