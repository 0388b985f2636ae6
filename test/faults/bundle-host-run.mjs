import { pathToFileURL } from 'node:url';

/**
 * Makes a host of that bundle, as a window has it.
 *
 * @param {string} file
 * @param {string} folder
 * @returns {Promise<import('../../src/host/index.ts').Host>}
 */
export async function hostOf(file, folder) {
  /** @type {typeof import('../../src/host/index.ts')} */
  const { createHost } = await import(pathToFileURL(file).href);
  return createHost({
    now: () => new Date(),
    random: Math.random,
    machineName: 'this-machine',
    documentsFolder: folder,
    sampleFolder: folder,
    me: () => ({ id: 'anna-1', name: 'Anna' }),
    emit: () => {},
  });
}

/**
 * The value of an answer; a failure is thrown.
 *
 * @template T
 * @param {Promise<import('../../src/core/result.ts').Result<T, import('../../src/api/problem.ts').ApiError>>} answer
 * @returns {Promise<T>}
 */
export async function value(answer) {
  const result = await answer;
  if (result.ok) return result.value;
  throw new Error(`${result.error.code}: ${result.error.message}`);
}

/**
 * Imports files, as texts.
 *
 * @param {import('../../src/host/index.ts').Host['endpoints']} endpoints
 * @param {readonly string[]} paths
 */
export async function importFiles(endpoints, paths) {
  const job = 'import';
  const { ticket } = await value(endpoints['import.look']({ paths, job }));
  const choice = { sources: [], mapping: null, annotators: {}, copies: [], without: [] };
  await value(endpoints['import.apply']({ ticket, choice, job }));
}
