import { Inflate } from 'fflate';

/** So much is handed over at a time: one step unpacks at most about a thousand times this. */
const STEP = 4 * 1024;

/**
 * Unpacks a DEFLATE stream (RFC 1951) of which the unpacked size is known. Stops as soon as it turns out
 * to be longer. `undefined` where it is longer, shorter, or broken.
 */
export function inflateExactly(packed: Uint8Array, size: number): Uint8Array | undefined {
  if (packed.length === 0) return size === 0 ? new Uint8Array(0) : undefined;
  const result = new Uint8Array(size);
  let length = 0;
  let hasEnded = false;
  const stream = new Inflate((chunk, isLast) => {
    if (length + chunk.length <= size) result.set(chunk, length);
    length += chunk.length;
    hasEnded ||= isLast;
  });
  try {
    for (let at = 0; at < packed.length && length <= size; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    return undefined;
  }
  return hasEnded && length === size ? result : undefined;
}
