import { expect, test } from 'vitest';
import { add, closingLine, countsIn, countsOf, NONE } from '../../scripts/test-counts.mjs';

const VITEST = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
const PLAYWRIGHT = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 } };

test('both runners are counted; a test that passed at the second try only has failed', () => {
  expect(countsOf(VITEST)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  expect(countsOf(PLAYWRIGHT)).toEqual({ passed: 3, failed: 2, skipped: 1 });
  expect(add(countsOf(VITEST), countsOf(PLAYWRIGHT))).toEqual({ passed: 8, failed: 3, skipped: 4 });
});

test('a runner that wrote no report counts nothing', () => {
  expect(countsIn('/no/such/report.json')).toEqual(NONE);
});

test('the closing line never says that nothing failed when a step did', () => {
  expect(closingLine({ passed: 8, failed: 0, skipped: 0 }, false)).toBe('8 passed, 0 failed');
  expect(closingLine({ passed: 8, failed: 0, skipped: 2 }, true)).toBe(
    '8 passed, 1 failed, 2 skipped',
  );
  expect(closingLine({ passed: 8, failed: 3, skipped: 0 }, true)).toBe('8 passed, 3 failed');
});
