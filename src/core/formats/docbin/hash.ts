import { SYMBOLS } from './symbols.ts';

const M = 0xc6a4a7935bd1e995n;
const R = 47n;
const SEED = 1n;
const MASK = 0xffffffffffffffffn;

/** MurmurHash64A (A. Appleby, 2008) with the seed 1, from 0 to 2⁶⁴ - 1. */
export function murmurHash(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 8);
  let hash = SEED ^ ((BigInt(bytes.length) * M) & MASK);
  for (let at = 0; at < whole; at += 8) {
    let part = (view.getBigUint64(at, true) * M) & MASK;
    part ^= part >> R;
    hash = ((hash ^ ((part * M) & MASK)) * M) & MASK;
  }
  let rest = 0n;
  for (let at = bytes.length - 1; at >= whole; at--) rest = (rest << 8n) | BigInt(bytes[at] ?? 0);
  if (whole < bytes.length) hash = ((hash ^ rest) * M) & MASK;
  hash = ((hash ^ (hash >> R)) * M) & MASK;
  return hash ^ (hash >> R);
}

/** Numbers of strings as spaCy stores them, and the strings that were asked for. */
export class StringStore {
  readonly #numbers = new Map<string, bigint>();
  readonly #encoder = new TextEncoder();

  /** The number of the string: that of a symbol, else its hash; 0 for the empty string. */
  numberOf(text: string): bigint {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const symbol = SYMBOLS.get(text);
    const number = symbol === undefined ? murmurHash(this.#encoder.encode(text)) : BigInt(symbol);
    this.#numbers.set(text, text === '' ? 0n : number);
    return text === '' ? 0n : number;
  }

  strings(): readonly string[] {
    return [...this.#numbers.keys()].sort((a, b) => (a < b ? -1 : 1));
  }
}
