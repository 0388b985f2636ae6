import { createHash } from 'node:crypto';

/**
 * Hash of a set's records, whatever their order.
 *
 * @param {readonly { readonly id: string }[]} records
 */
export function hashOf(records) {
  const sorted = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted, sortKeys)).digest('hex').slice(0, 16);
}

/**
 * @param {string} _key
 * @param {unknown} value
 */
function sortKeys(_key, value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A small generator of random numbers in [0, 1), so that a run can be repeated.
 *
 * @param {number} seed
 */
export function randomOf(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
