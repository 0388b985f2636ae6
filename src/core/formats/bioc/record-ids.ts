/** Gives each record an id: that of the file where it is free, else one like it. */
export class RecordIds {
  readonly #taken = new Set<string>(['note', 'status']);
  #next = 0;

  give(id: string, letter: string): string {
    const isUsable = id !== '' && id.length <= 500 && !id.startsWith('label:');
    let free = isUsable ? id : `${letter}${++this.#next}`;
    while (this.#taken.has(free)) free = `${isUsable ? id : letter}-${++this.#next}`;
    this.#taken.add(free);
    return free;
  }
}
