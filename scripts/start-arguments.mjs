import { resolve } from 'node:path';

/**
 * The files that `npm start -- …` shall open, as absolute paths.
 *
 * @param {readonly string[]} args What followed npm's own `--`. After a second `--` everything is
 *   a file, whatever it looks like.
 * @param {string} cwd The folder that relative paths are meant from.
 * @param {(path: string) => boolean} exists
 * @returns {{ files: string[], refusal?: string }} A refusal, as a sentence, where something looks
 *   like a switch and is no file's name: taken for a file it would lead to a puzzling message in
 *   the window.
 */
export function filesFromArguments(args, cwd, exists) {
  const split = args.indexOf('--');
  const doubtful = split < 0 ? args : args.slice(0, split);
  const certain = split < 0 ? [] : args.slice(split + 1);
  const option = doubtful.find((arg) => arg.startsWith('-') && !exists(resolve(cwd, arg)));
  if (option === undefined) {
    return { files: [...doubtful, ...certain].map((arg) => resolve(cwd, arg)) };
  }
  return {
    files: [],
    refusal:
      `npm start takes files to open, and there is no file ${option}. ` +
      'For the command line without a window, see: npm run cli -- --help',
  };
}
