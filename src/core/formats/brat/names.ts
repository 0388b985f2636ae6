import { storedName } from '../../schema-formats/brat/read-entities.ts';

/** Names as people see them, by the names that stand in the files. */
export type ShownNames = ReadonlyMap<string, string>;

/** Gives each name one that brat can store: letters without accents, digits, `_` and `-`; none to two names. */
export class StoredNames {
  readonly #stored = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** @param names all that will be asked for; those that can stay as they are come first. */
  constructor(names: Iterable<string>) {
    const all = [...new Set(names)].sort();
    for (const name of all) if (storedName(name) === name) this.#give(name, name);
    for (const name of all) {
      if (this.#stored.has(name)) continue;
      const base = storedName(name);
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
    return this.#stored.get(name) ?? storedName(name);
  }

  /** Names that had to change, with what is stored. */
  changed(): readonly (readonly [stored: string, name: string])[] {
    return [...this.#stored].flatMap(([name, stored]) =>
      stored === name ? [] : [[stored, name] as const],
    );
  }
}

/** Whether `visual.conf` gives the name back: `|` and line breaks mean something there. */
export function canBeShown(name: string): boolean {
  return (
    storedName(name) === name || (!/[|\p{Cc}\u2028\u2029]/u.test(name) && name === name.trim())
  );
}

/**
 * Reads the section `[labels]` of `visual.conf`. A shown name is taken only where the stored one was made
 * of it (`Some_type | Some type`); otherwise it is only another word for the screen.
 */
export function readShownNames(conf: string): ShownNames {
  const names = new Map<string, string>();
  let isInLabels = false;
  for (const line of conf.split(/\r\n|\r|\n/u)) {
    const section = /^\s*\[(?<name>.*)\]\s*$/u.exec(line)?.groups?.['name'];
    if (section !== undefined) isInLabels = section === 'labels';
    else if (isInLabels && !line.startsWith('#')) {
      const [stored = '', shown = ''] = line.split('|').map((part) => part.trim());
      const base = storedName(shown);
      const isMade = stored === base || /^_\d+$/u.test(stored.slice(base.length));
      if (shown !== '' && shown !== stored && stored.startsWith(base) && isMade) {
        names.set(stored, shown);
      }
    }
  }
  return names;
}
