import { spawn } from 'node:child_process';
import { say } from './run.mjs';

/** Large enough for the window at its greatest size in the tests. */
const SCREEN = '1600x1200x24';
const READY_WITHIN = 15_000;

/**
 * Whether a window can be shown here. Only Linux can be without a screen.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {boolean}
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * Starts an X server without a screen on the first free display.
 *
 * @returns {Promise<{ display: string, stop(): void }>} `display` is for DISPLAY, such as `:1`.
 * @throws {Error} if it does not come up.
 */
export function startXvfb() {
  return new Promise((resolve, reject) => {
    // With -displayfd the server itself picks a free number, and writes it to that file
    // descriptor once it accepts clients: no race with other servers, and no polling.
    const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    let complaint = '';
    let number = '';
    const fail = (/** @type {string} */ why) => {
      server.kill();
      reject(new Error(`Xvfb did not start: ${why} ${complaint}`.trim()));
    };
    const timer = setTimeout(fail, READY_WITHIN, 'it did not get ready in time.');
    const stop = () => server.kill();

    server.stderr?.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(-1000);
    });
    server.stdio[3]?.on('data', (chunk) => {
      number += String(chunk);
      if (!number.includes('\n')) return;
      clearTimeout(timer);
      // Whatever ends this process ends the server, which would otherwise outlive it.
      process.once('exit', stop);
      resolve({ display: `:${number.trim()}`, stop });
    });
    server.once('error', (error) => fail(error.message));
    server.once('exit', () => {
      clearTimeout(timer);
      fail('it ended at once.');
    });
  });
}

/** Says what to do where the app cannot show a window. */
export function sayThereIsNoDisplay() {
  say(
    'There is no display to open a window on: ' +
      'run this in a desktop session, or without a screen as `xvfb-run -a npm start`.',
  );
}
