import { readFileSync } from 'node:fs';

/**
 * How many tests a runner ran. A test that passed only at a second try counts as failed.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/**
 * Reads what Vitest's or Playwright's JSON reporter wrote.
 *
 * @param {string} file
 * @returns {Counts} All zero where there is no such report, as after a crash.
 */
export function countsIn(file) {
  try {
    return countsOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return NONE;
  }
}

/**
 * @param {any} report
 * @returns {Counts}
 */
export function countsOf(report) {
  const { stats } = report;
  if (stats) {
    return {
      passed: stats.expected ?? 0,
      failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0),
      skipped: stats.skipped ?? 0,
    };
  }
  return {
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

/**
 * The closing line of a test run, which other programs read.
 *
 * @param {Counts} counts
 * @param {boolean} hasFailed Whether any step failed, even one without tests such as the build.
 * @returns {string}
 */
export function closingLine({ passed, failed, skipped }, hasFailed) {
  const failures = hasFailed ? Math.max(1, failed) : failed;
  return `${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
