import type { TokenRange } from './align.ts';

/** Remembers which tokens are taken. Asking takes log n steps, however long the range (Fenwick tree). */
export class Occupied {
  readonly #tree: Uint32Array;
  readonly #taken: Uint8Array;

  constructor(count: number) {
    this.#tree = new Uint32Array(count + 1);
    this.#taken = new Uint8Array(count);
  }

  isFree({ from, to }: TokenRange): boolean {
    return this.#before(to) === this.#before(from);
  }

  take({ from, to }: TokenRange): void {
    for (let token = from; token < to; token++) {
      if (this.#taken[token] === 1) continue;
      this.#taken[token] = 1;
      for (let at = token + 1; at < this.#tree.length; at += at & -at) {
        this.#tree[at] = (this.#tree[at] ?? 0) + 1;
      }
    }
  }

  #before(token: number): number {
    let count = 0;
    for (let at = token; at > 0; at -= at & -at) count += this.#tree[at] ?? 0;
    return count;
  }
}
