import { expect, test } from 'vitest';
import { lossWords } from '#core/formats/losses.ts';

test.each([
  ['notes', 1, '1 note'],
  ['notes', 1200, '1,200 notes'],
  ['overlapping spans', 1, '1 overlapping span'],
  ['spans that cut a token', 1, '1 span that cuts a token'],
  ['statuses', 1, '1 status'],
  ['names of annotators', 1, '1 name of annotators'],
  ['document labels', 2, '2 document labels'],
])('%s, %i of them', (what, count, words) => {
  expect(lossWords({ what, count })).toBe(words);
});
