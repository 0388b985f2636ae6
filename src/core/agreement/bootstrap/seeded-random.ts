/**
 * Random numbers in [0, 1) that are the same for the same seed, so that a published figure can be had again.
 * Xorshift with 128 bits of state, filled from the seed by a linear congruence.
 * @param seed whole number; its lowest 32 bits count.
 * @see Marsaglia (2003), Xorshift RNGs, J. Stat. Softw. 8(14), section 3.1.
 */
export function seededRandom(seed: number): () => number {
  let filler = seed >>> 0;
  const fill = () => {
    filler = (Math.imul(filler, 1_664_525) + 1_013_904_223) >>> 0;
    return filler;
  };
  let state: readonly [number, number, number, number] = [fill(), fill(), fill(), fill() | 1];
  const next = () => {
    const [x, y, z, w] = state;
    const mixed = x ^ (x << 11);
    state = [y, z, w, w ^ (w >>> 19) ^ mixed ^ (mixed >>> 8)];
    return state[3] >>> 0;
  };
  // The first numbers of neighbouring seeds are alike.
  for (let i = 0; i < 16; i++) next();
  return () => next() / 4_294_967_296;
}
