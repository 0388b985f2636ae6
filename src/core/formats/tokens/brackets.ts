import type { TokenRange } from './align.ts';
import type { Unplaced } from './place-spans.ts';

/** Something that begins, ends, or does both at one token. */
export interface Bracket {
  readonly kind: 'open' | 'close' | 'single';
  readonly name: string;
}

/**
 * Reads brackets such as `(1|(2)|3)` or `(ORG(GPE)`; bars between them may be missing.
 * @returns `undefined` where the text is anything else.
 */
export function parseBrackets(cell: string): readonly Bracket[] | undefined {
  const brackets: Bracket[] = [];
  let at = 0;
  while (at < cell.length) {
    if (cell.charAt(at) === '|') {
      at++;
      continue;
    }
    const isOpen = cell.charAt(at) === '(';
    const from = isOpen ? at + 1 : at;
    let to = from;
    while (to < cell.length && !'()|'.includes(cell.charAt(to))) to++;
    const name = cell.slice(from, to);
    const isClosed = cell.charAt(to) === ')';
    if (name === '' || !(isOpen || isClosed)) return undefined;
    const end = isClosed ? 'single' : 'open';
    brackets.push({ kind: isOpen ? end : 'close', name });
    at = isClosed ? to + 1 : to;
  }
  return brackets;
}

/** What brackets enclosed. */
export interface Enclosed extends TokenRange {
  /** As it was opened. */
  readonly name: string;
}

/** Puts brackets together token by token; those of one key close the innermost first. */
export class BracketReader {
  readonly #keyOf: (name: string) => string;
  readonly #open = new Map<string, { readonly name: string; readonly from: number }[]>();
  readonly enclosed: Enclosed[] = [];
  /** Closings that nothing opened, with their tokens. */
  readonly stray: { readonly name: string; readonly at: number }[] = [];

  /** @param keyOf what an opening has in common with its closing. */
  constructor(keyOf: (name: string) => string = (name) => name) {
    this.#keyOf = keyOf;
  }

  /** @param next number of the first token after this place; for a place that is a token, itself + 1. */
  add(brackets: readonly Bracket[], token: number, next = token + 1): void {
    for (const { kind, name } of brackets) {
      const key = this.#keyOf(name);
      if (kind === 'single') this.enclosed.push({ name, from: token, to: next });
      else if (kind === 'open') {
        const open = this.#open.get(key) ?? [];
        open.push({ name, from: token });
        this.#open.set(key, open);
      } else {
        const opened = this.#open.get(key)?.pop();
        if (opened) this.enclosed.push({ ...opened, to: next });
        else this.stray.push({ name, at: token });
      }
    }
  }

  /** Forgets and gives what has not been closed. */
  unclosed(): readonly { readonly name: string; readonly from: number }[] {
    const all = [...this.#open.values()].flat();
    this.#open.clear();
    return all;
  }
}

/** A stretch of tokens with what opens and what closes it. */
export interface Bracketed extends TokenRange {
  readonly open: string;
  readonly close: string;
}

/**
 * Brackets by token: first what opens, the longer before the shorter, then single tokens, then what
 * closes, the shorter first; without bars between them, what closes comes first.
 * @param bar what stands between them.
 */
export function writeBrackets(
  stretches: readonly Bracketed[],
  bar: '|' | '',
): ReadonlyMap<number, string> {
  const cells = new Map<number, { open: string[]; single: string[]; close: string[] }>();
  const cell = (token: number) => {
    const found = cells.get(token) ?? { open: [], single: [], close: [] };
    cells.set(token, found);
    return found;
  };
  const inOrder = [...stretches].sort((a, b) => a.from - b.from || b.to - a.to);
  for (const { from, to, open, close } of inOrder) {
    if (to - from === 1) cell(from).single.push(`(${open})`);
    else {
      cell(from).open.push(`(${open}`);
      cell(to - 1).close.unshift(`${close})`);
    }
  }
  return new Map(
    [...cells].map(([token, { open, single, close }]) => [
      token,
      // Without bars, `(aa)` would be one; `a)(a` is two.
      (bar === '' ? [...close, ...open, ...single] : [...open, ...single, ...close]).join(bar),
    ]),
  );
}

/**
 * Leaves out what crosses an earlier stretch of the same key: brackets could not tell which one ends.
 * @param spans by beginning, the longer first.
 */
export function withoutCrossings<Item extends TokenRange & Pick<Unplaced, 'span'>>(
  spans: readonly Item[],
  keyOf: (item: Item) => string,
): { readonly spans: readonly Item[]; readonly unplaced: readonly Unplaced[] } {
  const open = new Map<string, TokenRange[]>();
  const kept: Item[] = [];
  const unplaced: Unplaced[] = [];
  for (const one of spans) {
    const stack = open.get(keyOf(one)) ?? [];
    open.set(keyOf(one), stack);
    while ((stack.at(-1)?.to ?? Number.POSITIVE_INFINITY) <= one.from) stack.pop();
    if ((stack.at(-1)?.to ?? Number.POSITIVE_INFINITY) < one.to) {
      unplaced.push({ span: one.span, why: 'overlaps' });
    } else {
      stack.push(one);
      kept.push(one);
    }
  }
  return { spans: kept, unplaced };
}
