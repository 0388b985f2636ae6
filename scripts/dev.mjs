/**
 * `npm run dev`: the app with its sources watched; after each change it is built and starts anew.
 *
 * Not through a development server: the page is only ever served by the app's own scheme, under the
 * policy that people get, and so nothing can work here that would fail there.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { hasDisplay, sayThereIsNoDisplay } from './display.mjs';
import { environmentFor, findRuntime } from './electron-runtime.mjs';
import { ROOT } from './project.mjs';
import { say } from './run.mjs';
import { whyNoSandbox } from './sandbox.mjs';
import { ensureRuntimeLibraries } from './system-libraries.mjs';

/** Editors write several files at once, and one file in several steps. */
const CALM = 200;

/** @returns {Promise<boolean>} Whether the app could be started. */
async function develop() {
  if (!hasDisplay()) {
    sayThereIsNoDisplay();
    return false;
  }
  const runtime = await findRuntime();
  if (!(await ensureRuntimeLibraries(runtime.folder))) return false;
  const noSandbox = whyNoSandbox(runtime.folder);
  if (noSandbox) say(noSandbox);

  const args = [...(noSandbox ? ['--no-sandbox'] : []), ROOT];
  const env = environmentFor(runtime);
  restartOnChange(() => spawn(runtime.program, args, { stdio: 'inherit', env }));
  return true;
}

/** @param {() => import('node:child_process').ChildProcess} open Starts the app. */
function restartOnChange(open) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let app;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let work = Promise.resolve();

  const restart = async () => {
    if (!(await build())) return;
    await ended(app);
    app = open();
    // Closing the window ends the session; our own restart takes this listener off first.
    app.once('exit', quit);
    say('Watching the sources. Close the window or press Ctrl+C to end.');
  };
  const onChange = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(restart);
    }, CALM);
  };
  const watcher = watch(join(ROOT, 'src'), { recursive: true }, onChange);
  const quit = () => {
    clearTimeout(timer);
    watcher.close();
  };

  process.once('SIGINT', () => {
    quit();
    app?.kill('SIGINT');
  });
  onChange();

  /** @param {import('node:child_process').ChildProcess | undefined} old */
  function ended(old) {
    if (!old || old.exitCode !== null || old.signalCode !== null) return;
    old.off('exit', quit);
    return new Promise((resolve) => {
      old.once('exit', resolve);
      old.kill('SIGTERM');
    });
  }
}

try {
  if (!(await develop())) process.exitCode = 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
