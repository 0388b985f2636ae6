/**
 * What we write as MessagePack: numbers from 0 to 2³² - 1 that are whole are integers, others are floats; so
 * are those in a `Float64Array`, which must have one.
 */
export type Packable =
  | string
  | number
  | boolean
  | Uint8Array
  | Float64Array
  | readonly Packable[]
  | ReadonlyMap<string | Uint8Array, Packable>;

/** The value as MessagePack has it (specification of 2017), in the shortest forms. */
export function packMessage(value: Packable): Uint8Array {
  const parts: Uint8Array[] = [];
  pack(value, parts);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function pack(value: Packable, parts: Uint8Array[]): void {
  if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(value);
    parts.push(head(bytes.length, { short: [0xa0, 32], sizes: [0xd9, 0xda, 0xdb] }), bytes);
  } else if (typeof value === 'boolean') parts.push(Uint8Array.of(value ? 0xc3 : 0xc2));
  else if (typeof value === 'number') parts.push(number(value));
  else if (value instanceof Float64Array) parts.push(float(value[0] ?? 0));
  else if (value instanceof Uint8Array) {
    parts.push(head(value.length, { sizes: [0xc4, 0xc5, 0xc6] }), value);
  } else if (value instanceof Map) {
    parts.push(head(value.size, { short: [0x80, 16], sizes: [undefined, 0xde, 0xdf] }));
    for (const [key, inner] of value) {
      pack(key, parts);
      pack(inner, parts);
    }
  } else if (isList(value)) {
    parts.push(head(value.length, { short: [0x90, 16], sizes: [undefined, 0xdc, 0xdd] }));
    for (const inner of value) pack(inner, parts);
  }
}

function isList(value: Packable): value is readonly Packable[] {
  return Array.isArray(value);
}

interface Heads {
  /** First byte of what is shorter than the second number. */
  readonly short?: readonly [number, number];
  /** First bytes where the length takes one, two and four bytes. */
  readonly sizes: readonly (number | undefined)[];
}

function head(length: number, { short, sizes }: Heads): Uint8Array {
  if (short && length < short[1]) return Uint8Array.of(short[0] + length);
  const [one, two, four] = sizes;
  if (one !== undefined && length <= 0xff) return Uint8Array.of(one, length);
  if (length <= 0xffff) return Uint8Array.of(two ?? 0, length >>> 8, length & 0xff);
  return withUint32(four ?? 0, length);
}

function number(value: number): Uint8Array {
  if (Number.isInteger(value) && value >= 0 && value <= 0xffffffff) {
    return value < 0x80 ? Uint8Array.of(value) : withUint32(0xce, value);
  }
  return float(value);
}

function float(value: number): Uint8Array {
  const bytes = new Uint8Array(9);
  bytes[0] = 0xcb;
  new DataView(bytes.buffer).setFloat64(1, value);
  return bytes;
}

function withUint32(first: number, value: number): Uint8Array {
  const bytes = new Uint8Array(5);
  bytes[0] = first;
  new DataView(bytes.buffer).setUint32(1, value);
  return bytes;
}
