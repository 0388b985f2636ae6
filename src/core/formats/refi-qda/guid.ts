/** Seeds and odd multipliers of the four lanes. */
const SEEDS = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef] as const;
const FACTORS = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1] as const;

/**
 * A GUID made of names, the same each time: the same project gives the same file, and two projects do not
 * share GUIDs. 122 bits that are well mixed, and no secret; the form is version 8 of RFC 9562.
 */
export function guidOf(...names: readonly string[]): string {
  const text = names.map((name) => `${name.length}:${name}`).join('');
  let [a, b, c, d]: [number, number, number, number] = [...SEEDS];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ unit, FACTORS[0]);
    b = c ^ Math.imul(b ^ unit, FACTORS[1]);
    c = d ^ Math.imul(c ^ unit, FACTORS[2]);
    d = a ^ Math.imul(d ^ unit, FACTORS[3]);
  }
  a = mix(a ^ (b >>> 13));
  b = mix(b ^ (c >>> 15));
  c = mix(c ^ (d >>> 11));
  d = mix(d ^ (a >>> 14));
  const hex = [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a]
    .map((lane) => (lane >>> 0).toString(16).padStart(8, '0'))
    .join('');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

/** Spreads every bit over all others (the last step of MurmurHash3). */
function mix(lane: number): number {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** One spelling for a GUID: without braces, in small letters. */
export function plainGuid(written: string | undefined): string {
  return (written ?? '').replace(/[{}\s]/gu, '').toLowerCase();
}
