import { expect, test } from 'vitest';
import { drawDifferences } from '../../../src/renderer/text/map/draw-differences.ts';

/** Where marks are drawn from the top of a map of 100 pixels. */
function tops(starts: readonly number[], length: number): number[] {
  const drawn: number[] = [];
  drawDifferences({ fillRect: (_x, y) => void drawn.push(y) }, starts, length, 100);
  return drawn;
}

test('differences are marked where they are in the text', () => {
  expect(tops([0, 500, 250], 1_000)).toEqual([0, 50, 25]);
});

test('the last one is on the map, and an empty text has none', () => {
  expect(tops([1_000], 1_000)).toEqual([98]);
  expect(tops([0], 0)).toEqual([]);
});
