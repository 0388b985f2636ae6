/**
 * `npm start -- file…`: builds the app and opens its window, with the given files.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { ensureBuilt } from './build.mjs';
import { noiseFilter } from './chromium-noise.mjs';
import { hasDisplay, sayThereIsNoDisplay } from './display.mjs';
import { environmentFor, findRuntime } from './electron-runtime.mjs';
import { ROOT } from './project.mjs';
import { say } from './run.mjs';
import { whyNoSandbox } from './sandbox.mjs';
import { filesFromArguments } from './start-arguments.mjs';
import { ensureRuntimeLibraries } from './system-libraries.mjs';

/** @returns {Promise<number>} The exit code. */
async function start() {
  // npm runs scripts in the project's root; files are meant relative to where the caller stood.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const { files, refusal } = filesFromArguments(process.argv.slice(2), cwd, existsSync);
  if (refusal) {
    say(refusal);
    return 2;
  }
  if (!hasDisplay()) {
    sayThereIsNoDisplay();
    return 1;
  }
  const runtime = await findRuntime();
  if (!(await ensureRuntimeLibraries(runtime.folder))) return 1;
  if (!(await ensureBuilt())) return 1;

  const noSandbox = whyNoSandbox(runtime.folder);
  if (noSandbox) say(noSandbox);
  // After `--` nothing is a switch to Chromium, whatever a file is called.
  const args = [...(noSandbox ? ['--no-sandbox'] : []), ROOT, '--', ...files];
  return runApp(runtime, args);
}

/**
 * @param {import('./electron-runtime.mjs').Runtime} runtime
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function runApp(runtime, args) {
  const env = environmentFor(runtime);
  // Electron 33 asks X11 unless told; later ones look for themselves.
  if (!env['DISPLAY']) env['ELECTRON_OZONE_PLATFORM_HINT'] ??= 'auto';
  return new Promise((resolve) => {
    const app = spawn(runtime.program, args, { stdio: ['inherit', 'inherit', 'pipe'], env });
    const filter = noiseFilter((text) => process.stderr.write(text));
    app.stderr.setEncoding('utf8').on('data', filter.push).once('end', filter.end);
    // The app closes its files and quits; we wait for it, so that the terminal stays its own.
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => app.kill(signal));
    }
    app.once('error', (error) => {
      say(`Electron could not be started: ${error.message}`);
      resolve(1);
    });
    app.once('exit', (code, signal) =>
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGINT']),
    );
  });
}

try {
  process.exitCode = await start();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
