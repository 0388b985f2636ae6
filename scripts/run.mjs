import { spawn } from 'node:child_process';

/**
 * @typedef {object} Finished
 * @property {number} code Exit code; 1 where a signal ended the program or it could not start.
 * @property {string} output What it wrote to stdout and stderr; empty unless it was captured.
 * @property {NodeJS.ErrnoException | undefined} error Why it could not start, such as `ENOENT`.
 */

/** @type {readonly NodeJS.Signals[]} */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end. If we are told to end meanwhile, so is it, and we wait for it: whoever
 * called then still gets to tidy up. Never throws: whether a failure matters is for the caller to say.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ capture?: boolean, cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [options]
 *   `capture` keeps the output instead of showing it.
 * @returns {Promise<Finished>}
 */
export function run(program, args, { capture = false, cwd, env = process.env, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      timeout,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));

    const onEnding = (/** @type {NodeJS.Signals} */ signal) => {
      // Ctrl+C reaches every program in the terminal by itself; told twice, some break off.
      if (signal !== 'SIGINT') child.kill(signal);
    };
    for (const signal of ENDINGS) process.on(signal, onEnding);

    const finish = (/** @type {number} */ code, /** @type {Error | undefined} */ error) => {
      for (const signal of ENDINGS) process.off(signal, onEnding);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8'), error });
    };
    child.on('error', (error) => finish(1, error));
    child.on('close', (code) => finish(code ?? 1, undefined));
  });
}

/**
 * Says one thing to the person at the terminal. Goes to stderr, so that the standard output of a
 * script stays what it promises to print.
 *
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}
