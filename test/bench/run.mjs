/**
 * `npm run bench`: measures the built app in real Electron, prints the figures beside the aims, and
 * fails where something grows with the document that should not. `-- --quick` takes only the two
 * smaller documents, once, and leaves docs/PERFORMANCE.md as it is. `-- --formats` measures
 * formats instead, `-- --convert` what converting 200 MB takes.
 */
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/build.mjs';
import { withWindows } from '../../scripts/e2e.mjs';
import { runPackage } from '../../scripts/project.mjs';
import { say } from '../../scripts/run.mjs';

const config = join(import.meta.dirname, 'playwright.config.ts');
const isQuick = process.argv.includes('--quick');

/** @param {NodeJS.ProcessEnv} env */
async function measure(env) {
  const all = { ...env, ...(isQuick ? { GLOSSATOR_BENCH_QUICK: '1' } : {}) };
  const { code } = await runPackage('@playwright/test', ['test', '--config', config], all);
  return code === 0;
}

if (process.argv.includes('--formats') || process.argv.includes('--convert')) {
  await import(process.argv.includes('--formats') ? './formats/run.mjs' : './formats/convert.mjs');
  process.exit();
}
if (!(await ensureBuilt())) {
  say('The app could not be built.');
  process.exit(1);
}
process.exitCode = (await withWindows(measure)) ? 0 : 1;
