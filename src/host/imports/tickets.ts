import type { SourceChoice } from '#api/calls/imports.ts';
import type { ApiError } from '#api/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import type { Grouped, Source } from './group.ts';
import { KEPT_SOURCES } from './limits.ts';
import { type ReadSource, readSource } from './read-source.ts';

/** A new look begins after so many, and the oldest is forgotten. */
const MOST = 3;

/** What was looked at, kept until it is imported or closed; and what was read of it, as long as there is room. */
export class Ticket implements Grouped {
  readonly id: string;
  readonly sources: Grouped['sources'];
  readonly problems: Grouped['problems'];
  readonly #read = new Map<string, { readonly key: string; readonly read: ReadSource }>();

  constructor(id: string, { sources, problems }: Grouped) {
    this.id = id;
    this.sources = sources;
    this.problems = problems;
  }

  /** The source as chosen; read anew only where the choice differs from the last one. */
  async read(
    source: Source,
    choice: SourceChoice | undefined,
    job: Job,
  ): Promise<Result<ReadSource, ApiError>> {
    const key = keyOf(choice);
    const known = this.#read.get(source.id);
    if (known?.key === key) return ok(known.read);
    this.#read.delete(source.id);
    const read = await readSource(source, choice, job);
    if (!read.ok) return read;
    this.#read.set(source.id, { key, read: read.value });
    this.#makeRoom(source.id);
    return read;
  }

  /** Forgets what was read; it is read again when it is needed. */
  forget(): void {
    this.#read.clear();
  }

  #makeRoom(newest: string): void {
    const sizes = new Map(
      this.sources.map(({ id, files }) => [id, files.reduce((sum, { size }) => sum + size, 0)]),
    );
    let total = 0;
    for (const id of this.#read.keys()) total += sizes.get(id) ?? 0;
    for (const id of [...this.#read.keys()]) {
      if (total <= KEPT_SOURCES) return;
      if (id === newest) continue;
      this.#read.delete(id);
      total -= sizes.get(id) ?? 0;
    }
  }
}

function keyOf(choice: SourceChoice | undefined): string {
  const { reader, options = {}, encodings = {}, without = [] } = choice ?? {};
  const sorted = (values: object) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([reader, sorted(options), sorted(encodings), [...without].sort()]);
}

/** The imports that one window is about to make. */
export class Tickets {
  readonly #open = new Map<string, Ticket>();
  #count = 0;

  /** Keeps what was looked at; what was read for earlier ones is forgotten. */
  add(grouped: Grouped): Ticket {
    for (const other of this.#open.values()) other.forget();
    const ticket = new Ticket(`import-${++this.#count}`, grouped);
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
