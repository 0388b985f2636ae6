/** Counts what a document has and its text does not: pictures, comments, … */
export class LeftOut {
  readonly #counts = new Map<string, number>();

  /** @param one what it is called, if it is one; @param many if it is more. */
  add(one: string, many: string, count = 1): void {
    const key = `${one}\n${many}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  /** A whole sentence for each kind, most frequent first. */
  sentences(): readonly string[] {
    return [...this.#counts]
      .filter(([, count]) => count > 0)
      .sort((a, b) => b[1] - a[1])
      .map(([key, count]) => {
        const [one = '', many = ''] = key.split('\n');
        return count === 1
          ? `1 ${one} is left out.`
          : `${count.toLocaleString('en')} ${many} are left out.`;
      });
  }
}
