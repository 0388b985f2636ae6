/** How a format stores names. */
export interface NameRule {
  /** Whether a name can stay as it is. */
  readonly isStorable: (name: string) => boolean;
  /** A name that can be stored, made of any. */
  readonly toStored: (name: string) => string;
  /** Names that the format itself uses. */
  readonly taken?: readonly string[];
}

/** Gives each name one that a format can store; none to two names. */
export class StoredNames {
  readonly #rule: NameRule;
  readonly #stored = new Map<string, string>();
  readonly #taken: Set<string>;

  /** @param names all that will be asked for; those that can stay as they are come first. */
  constructor(names: Iterable<string>, rule: NameRule) {
    this.#rule = rule;
    this.#taken = new Set(rule.taken);
    const all = [...new Set(names)].sort();
    for (const name of all) if (rule.isStorable(name)) this.#give(name, name);
    for (const name of all) {
      if (this.#stored.has(name)) continue;
      const base = rule.toStored(name);
      let free = base;
      for (let i = 2; this.#taken.has(free); i++) free = `${base}_${i}`;
      this.#give(name, free);
    }
  }

  #give(name: string, stored: string): void {
    this.#stored.set(name, stored);
    this.#taken.add(stored);
  }

  of(name: string): string {
    return this.#stored.get(name) ?? this.#rule.toStored(name);
  }

  /** Names that had to change, with what is stored. */
  changed(): readonly (readonly [stored: string, name: string])[] {
    return [...this.#stored].flatMap(([name, stored]) =>
      stored === name ? [] : [[stored, name] as const],
    );
  }
}
