/**
 * `npm run cli -- …`: builds the app and runs its command line, in the folder the caller stands in.
 */
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ROOT } from './project.mjs';
import { run } from './run.mjs';

/** @returns {Promise<number>} The exit code. */
async function commandLine() {
  if (!(await ensureBuilt())) return 1;
  const program = join(ROOT, 'out/main/glossator.js');
  // npm runs scripts in the project's root; paths are meant relative to where the caller stood.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const { code } = await run(process.execPath, [program, ...process.argv.slice(2)], { cwd });
  return code;
}

process.exitCode = await commandLine();
