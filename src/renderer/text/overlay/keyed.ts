/** Keeps elements by key between drawings, so that only what changed touches the page. */
export class Keyed<E extends Element> {
  readonly #elements = new Map<string, { element: E; look: string }>();
  readonly #parent: Element;
  readonly #make: () => E;
  #unused = new Set<string>();

  constructor(parent: Element, make: () => E) {
    this.#parent = parent;
    this.#make = make;
  }

  /** Starts a drawing: what is not asked for until `end` goes away. */
  begin(): void {
    this.#unused = new Set(this.#elements.keys());
  }

  /**
   * The element of that key, made where there is none.
   * @param look everything that decides what it looks like. @param draw runs only where it changed.
   */
  draw(key: string, look: string, draw: (element: E) => void): void {
    this.#unused.delete(key);
    let entry = this.#elements.get(key);
    if (!entry) {
      entry = { element: this.#make(), look: '' };
      this.#elements.set(key, entry);
      this.#parent.append(entry.element);
    }
    if (entry.look === look) return;
    entry.look = look;
    draw(entry.element);
  }

  end(): void {
    for (const key of this.#unused) {
      this.#elements.get(key)?.element.remove();
      this.#elements.delete(key);
    }
    this.#unused.clear();
  }

  get(key: string): E | undefined {
    return this.#elements.get(key)?.element;
  }
}
