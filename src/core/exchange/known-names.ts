import { looseName, wellKnownGroup } from './well-known-names.ts';

/** Names that a project has, to be found by names that are almost the same. Of several, the first counts. */
export class KnownNames {
  readonly #names: readonly string[];
  readonly #exact: ReadonlySet<string>;
  readonly #loose: ReadonlyMap<string, string>;

  constructor(list: readonly { readonly name: string }[]) {
    this.#names = list.map(({ name }) => name);
    this.#exact = new Set(this.#names);
    this.#loose = new Map(this.#names.map((name) => [looseName(name), name] as const).reverse());
  }

  /** The very name, or one that differs in case and separators only. */
  find(name: string): string | undefined {
    return this.#exact.has(name) ? name : this.#loose.get(looseName(name));
  }

  /** One that is known to be used for the same thing. */
  findWellKnown(kind: 'entityTypes' | 'relationTypes', name: string): string | undefined {
    const group = wellKnownGroup(kind, name);
    if (group === undefined) return undefined;
    return this.#names.find((other) => wellKnownGroup(kind, other) === group);
  }
}
