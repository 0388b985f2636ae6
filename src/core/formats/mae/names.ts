/** Attribute that holds notes. */
export const NOTE = 'note';
/** Tag that holds note and status of a document. */
export const DOCUMENT_TAG = 'glossator_document';

/** What stands in every tag, or would be taken for an end of a link. */
const RESERVED = /^(?:id|spans|text|start|end|note|value|arg\d+|.*(?:ID|Text))$/u;

/** Gives each name one that MAE and MedTator read: letters without accents, digits and `_`; none to two names. */
export class MaeNames {
  readonly #stored = new Map<string, string>();
  readonly #taken = new Set<string>(['TEXT', 'TAGS', 'META', DOCUMENT_TAG]);

  constructor(names: Iterable<string>) {
    const all = [...new Set(names)].sort();
    for (const name of all) if (isStorable(name)) this.#give(name, name);
    for (const name of all) {
      if (this.#stored.has(name)) continue;
      const base = storable(name);
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
    return this.#stored.get(name) ?? storable(name);
  }

  /** Names that had to change, with what is stored. */
  changed(): readonly (readonly [stored: string, name: string])[] {
    return [...this.#stored].flatMap(([name, stored]) =>
      stored === name ? [] : [[stored, name] as const],
    );
  }
}

function isStorable(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) && !RESERVED.test(name) && !name.startsWith('xml');
}

function storable(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9_]+/gu, '_');
  const started = /^[A-Za-z_]/u.test(plain) && !plain.startsWith('xml') ? plain : `_${plain}`;
  return isStorable(started) ? started : `${started}_`;
}
