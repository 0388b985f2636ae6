/**
 * `npm test`: everything, in the order in which failures are cheapest to find, up to the first
 * failing step. With names of steps as arguments only those run: `node scripts/test.mjs e2e`;
 * what follows `--` goes to the test runner.
 *
 * Its last line is `N passed, N failed`.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { withWindows } from './e2e.mjs';
import { ROOT, runPackage } from './project.mjs';
import { run, say } from './run.mjs';
import { ensurePython } from './system-libraries.mjs';
import { add, closingLine, countsIn, NONE } from './test-counts.mjs';

const RESULTS = join(ROOT, 'test-results');
const VITEST_REPORT = join(RESULTS, 'vitest.json');
const PLAYWRIGHT_REPORT = join(RESULTS, 'playwright.json');
const KILLER = join(ROOT, 'test/faults/kill.mjs');

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} what For messages.
 * @property {(extra: readonly string[]) => Promise<boolean>} run Whether it succeeded.
 */

/** @type {readonly Step[]} */
const STEPS = [
  { name: 'types', what: 'Types', run: () => node([join(ROOT, 'scripts/types.mjs')]) },
  { name: 'lint', what: 'Lint and format', run: () => succeeds(lint()) },
  { name: 'unit', what: 'Unit, property and contract tests', run: unit },
  { name: 'build', what: 'The build', run: build },
  { name: 'e2e', what: 'End-to-end tests in Electron', run: endToEnd },
  { name: 'faults', what: 'Kill tests', run: faults },
];

function lint() {
  return runPackage('@biomejs/biome', ['check', '--error-on-warnings', '.']);
}

/** @param {readonly string[]} extra */
async function unit(extra) {
  await ensurePython();
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`];
  return succeeds(runPackage('vitest', ['run', ...report, ...extra]));
}

/** @param {readonly string[]} extra */
async function endToEnd(extra) {
  await ensurePython();
  return withWindows((env) => succeeds(runPackage('@playwright/test', ['test', ...extra], env)));
}

async function faults() {
  return existsSync(KILLER) ? node([KILLER, '--runs', '50']) : true;
}

/** @param {readonly string[]} args */
function node(args) {
  return succeeds(run(process.execPath, args, { cwd: ROOT }));
}

/** @param {Promise<import('./run.mjs').Finished>} program */
async function succeeds(program) {
  return (await program).code === 0;
}

/**
 * @param {Step} step
 * @param {readonly string[]} extra
 */
async function succeedsIn(step, extra) {
  const started = performance.now();
  say(`\n== ${step.what}`);
  const isFine = await step.run(extra).catch((error) => {
    say(error instanceof Error ? error.message : String(error));
    return false;
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(
    isFine
      ? `== ${step.what}: passed in ${seconds} s`
      : `== ${step.what}: FAILED after ${seconds} s`,
  );
  return isFine;
}

const split = process.argv.indexOf('--');
const names = process.argv.slice(2, split < 0 ? undefined : split);
const extra = split < 0 ? [] : process.argv.slice(split + 1);
const steps = STEPS.filter(({ name }) => names.length === 0 || names.includes(name));

// An older report must not be counted in place of one that a crash kept from being written.
for (const report of [VITEST_REPORT, PLAYWRIGHT_REPORT]) await rm(report, { force: true });
let hasFailed = false;
for (const step of steps) {
  hasFailed = !(await succeedsIn(step, extra));
  if (hasFailed) break;
}
const counts = [VITEST_REPORT, PLAYWRIGHT_REPORT].map(countsIn).reduce(add, NONE);
process.stdout.write(`\n${closingLine(counts, hasFailed)}\n`);
process.exitCode = hasFailed ? 1 : 0;
