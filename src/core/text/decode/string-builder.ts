const BLOCK = 8192;

/** Joins UTF-16 code units into one string, quickly and without a call stack that grows with the text. */
export class StringBuilder {
  readonly #block = new Uint16Array(BLOCK);
  readonly #parts: string[] = [];
  #used = 0;

  /** Adds one code unit, 0 to 0xFFFF. */
  push(unit: number): void {
    if (this.#used === BLOCK) this.#flush();
    this.#block[this.#used++] = unit;
  }

  /** Adds a character by its code point, 0 to 0x10FFFF. */
  pushCodePoint(codePoint: number): void {
    if (codePoint < 0x10000) {
      this.push(codePoint);
      return;
    }
    this.push(0xd800 + ((codePoint - 0x10000) >> 10));
    this.push(0xdc00 + ((codePoint - 0x10000) & 0x3ff));
  }

  /** Everything added so far. */
  toString(): string {
    this.#flush();
    return this.#parts.join('');
  }

  #flush(): void {
    const units = this.#block.subarray(0, this.#used);
    this.#parts.push(Reflect.apply(String.fromCharCode, null, units));
    this.#used = 0;
  }
}
