import type { Candidate } from './candidates.ts';

/** Rounds of raising prices; more make the bound better, and take longer. */
const ROUNDS = 4;

/**
 * Prices of units such that no candidate costs less than its units together: so the prices of units that are
 * still without an alignment are a lower bound for what they will cost.
 * @param byUnit candidates that contain each unit.
 */
export function pricesOf(
  candidates: readonly Candidate[],
  byUnit: readonly (readonly number[])[],
): Float64Array {
  const prices = new Float64Array(byUnit.length).fill(Number.POSITIVE_INFINITY);
  for (const { places, cost } of candidates) {
    for (const place of places) {
      prices[place] = Math.min(prices[place] ?? 0, cost / places.length);
    }
  }
  const slack = candidates.map(
    ({ places, cost }) => cost - places.reduce((sum, place) => sum + (prices[place] ?? 0), 0),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const [unit, owners] of byUnit.entries()) {
      let room = Number.POSITIVE_INFINITY;
      for (const owner of owners) room = Math.min(room, slack[owner] ?? 0);
      if (!(room > 0) || room === Number.POSITIVE_INFINITY) continue;
      prices[unit] = (prices[unit] ?? 0) + room;
      for (const owner of owners) slack[owner] = (slack[owner] ?? 0) - room;
    }
  }
  return prices;
}
