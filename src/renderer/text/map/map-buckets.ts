/** A stretch of the document as the map shows it. */
export interface Bucket {
  /** How many spans start in it, by type. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

const EMPTY: Bucket = { counts: new Map(), total: 0 };

/**
 * The document cut into equal stretches, with how many spans of each type start in each. A stretch is
 * counted when asked to be, so that an edit costs only what is counted anew for it.
 */
export class MapBuckets {
  readonly #buckets: Bucket[];
  readonly #length: number;

  /** @param count how many stretches. @param length of the document, in UTF-16 code units. */
  constructor(count: number, length: number) {
    this.#buckets = new Array<Bucket>(Math.max(1, count)).fill(EMPTY);
    this.#length = Math.max(1, length);
  }

  get count(): number {
    return this.#buckets.length;
  }

  /** The most spans that one stretch has. */
  get most(): number {
    return this.#buckets.reduce((most, { total }) => Math.max(most, total), 0);
  }

  at(i: number): Bucket {
    return this.#buckets[i] ?? EMPTY;
  }

  /** Number of the stretch that the offset is in. */
  indexOf(offset: number): number {
    const i = Math.floor((offset * this.count) / this.#length);
    return Math.max(0, Math.min(this.count - 1, i));
  }

  /** Where stretch `i` starts. */
  startOf(i: number): number {
    return Math.ceil((i * this.#length) / this.count);
  }

  /**
   * Counts one stretch anew.
   * @param typesOf the types of the spans that start in [from, to).
   */
  recount(i: number, typesOf: (from: number, to: number) => Iterable<string>): void {
    const counts = new Map<string, number>();
    let total = 0;
    const to = i + 1 === this.count ? this.#length + 1 : this.startOf(i + 1);
    for (const type of typesOf(this.startOf(i), to)) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
      total++;
    }
    this.#buckets[i] = total === 0 ? EMPTY : { counts, total };
  }
}
