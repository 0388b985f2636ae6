/** Ids that XML takes, none to two records: those of the records where they can be. */
export class XmlIds {
  readonly #given = new Map<string, string>();
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  of(recordId: string): string {
    const known = this.#given.get(recordId);
    if (known !== undefined) return known;
    const clean = recordId.replace(/[^A-Za-z0-9_.-]+/gu, '_');
    const base = /^[A-Za-z_]/u.test(clean) ? clean : `_${clean}`;
    let free = base;
    for (let i = 2; this.#taken.has(free); i++) free = `${base}_${i}`;
    this.#taken.add(free);
    this.#given.set(recordId, free);
    return free;
  }
}
