interface Entry<Value> {
  readonly cost: number;
  readonly value: Value;
}

/** A queue that gives the cheapest entry first. */
export class Heap<Value> {
  readonly #entries: Entry<Value>[] = [];

  push(cost: number, value: Value): void {
    const entries = this.#entries;
    let at = entries.push({ cost, value }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((entries[above]?.cost ?? 0) <= cost) break;
      this.#swap(at, above);
      at = above;
    }
  }

  /** Takes the cheapest entry out; `undefined` where the heap is empty. */
  pop(): Entry<Value> | undefined {
    const entries = this.#entries;
    const top = entries[0];
    const last = entries.pop();
    if (!top || !last || entries.length === 0) return top;
    entries[0] = last;
    this.#sink();
    return top;
  }

  #sink(): void {
    const entries = this.#entries;
    const costOf = (at: number) => entries[at]?.cost ?? Number.POSITIVE_INFINITY;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const child = costOf(left + 1) < costOf(left) ? left + 1 : left;
      if (costOf(child) >= costOf(at)) return;
      this.#swap(at, child);
      at = child;
    }
  }

  #swap(a: number, b: number): void {
    const [left, right] = [this.#entries[a], this.#entries[b]];
    if (left === undefined || right === undefined) return;
    this.#entries[a] = right;
    this.#entries[b] = left;
  }
}
