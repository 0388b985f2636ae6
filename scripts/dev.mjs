/**
 * `npm run dev`: the app with its sources watched. The window reloads by itself.
 */
import { packageProgram, ROOT } from './build.mjs';
import { hasDisplay, sayThereIsNoDisplay } from './display.mjs';
import { environmentFor, findRuntime } from './electron-runtime.mjs';
import { run, say } from './run.mjs';
import { whyNoSandbox } from './sandbox.mjs';
import { ensureRuntimeLibraries } from './system-libraries.mjs';

/** @returns {Promise<number>} The exit code. */
async function develop() {
  if (!hasDisplay()) {
    sayThereIsNoDisplay();
    return 1;
  }
  const runtime = await findRuntime();
  if (!(await ensureRuntimeLibraries(runtime.folder))) return 1;
  const noSandbox = whyNoSandbox(runtime.folder);
  if (noSandbox) say(noSandbox);
  const args = [
    packageProgram('electron-vite'),
    'dev',
    '--watch',
    ...(noSandbox ? ['--noSandbox'] : []),
  ];
  const { code } = await run(process.execPath, args, { cwd: ROOT, env: environmentFor(runtime) });
  return code;
}

try {
  process.exitCode = await develop();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
