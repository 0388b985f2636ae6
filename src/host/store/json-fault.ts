/** Where a text stops being JSON. Lines and columns count from 1, columns in UTF-16 code units. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

/**
 * Finds the place at which a text that `JSON.parse` refused stops being JSON. V8's own messages often
 * name no place. To be called only on text that is not JSON and nests no deeper than `DEPTH_LIMIT`.
 */
export function findJsonFault(text: string): JsonFault {
  const scanner = new Scanner(text);
  const what = scanner.value() ?? scanner.end() ?? 'it is not JSON';
  const before = text.slice(0, scanner.at);
  const line = before.split('\n').length;
  return { line, column: scanner.at - before.lastIndexOf('\n'), what };
}

const SPACE = /[ \t\n\r]*/uy;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/uy;
const WORD = /true|false|null/uy;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const CHARACTERS = /[^"\\\u0000-\u001f]*/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/uy;

/** Walks over JSON. Each step answers `null` where all is well, else what is wrong at `at`. */
class Scanner {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  value(): string | null {
    this.#eat(SPACE);
    const next = this.#text[this.at];
    if (next === undefined) return 'the file ends too early';
    if (next === '{') return this.#items('}', () => this.#member());
    if (next === '[') return this.#items(']', () => this.value());
    if (next === '"') return this.#string();
    return this.#eat(NUMBER) || this.#eat(WORD) ? null : 'a value was expected here';
  }

  end(): string | null {
    this.#eat(SPACE);
    return this.at < this.#text.length ? 'there is more after the end of the data' : null;
  }

  #items(close: string, item: () => string | null): string | null {
    this.at++;
    this.#eat(SPACE);
    if (this.#take(close)) return null;
    for (;;) {
      const wrong = item();
      if (wrong !== null) return wrong;
      this.#eat(SPACE);
      if (this.#take(close)) return null;
      if (this.at >= this.#text.length) return 'the file ends too early';
      if (!this.#take(',')) return `a comma or ${close} was expected here`;
    }
  }

  #member(): string | null {
    this.#eat(SPACE);
    if (this.at >= this.#text.length) return 'the file ends too early';
    if (this.#text[this.at] !== '"') return 'a name in quotes was expected here';
    const wrong = this.#string();
    if (wrong !== null) return wrong;
    this.#eat(SPACE);
    if (this.at >= this.#text.length) return 'the file ends too early';
    return this.#take(':') ? this.value() : 'a colon was expected here';
  }

  #string(): string | null {
    this.at++;
    for (;;) {
      this.#eat(CHARACTERS);
      if (this.#take('"')) return null;
      if (this.at >= this.#text.length) return 'the file ends inside a string';
      if (!this.#eat(ESCAPE)) return 'this character is not allowed in a string';
    }
  }

  #take(character: string): boolean {
    if (this.#text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  #eat(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.at += found.length;
    return found !== '';
  }
}
