import { resolve } from 'node:path';

/** The arguments of a start of the program. */
export interface Start {
  readonly argv: readonly string[];
  /** Folder from which relative paths are meant. */
  readonly cwd: string;
  /** Folder of the app when it runs from source, where the arguments name it; `null` when packaged. */
  readonly appFolder: string | null;
}

/**
 * Files and folders to open, as absolute paths that may or may not exist. Nothing here is ever taken
 * for a switch: what looks like one is skipped, and after `--` everything is a path.
 */
export function pathsFromArguments({ argv, cwd, appFolder }: Start): readonly string[] {
  const given = argv.slice(1);
  const split = given.indexOf('--');
  const before = split < 0 ? given : given.slice(0, split);
  const certain = split < 0 ? [] : given.slice(split + 1);
  const doubtful = before.slice(afterApp(before, cwd, appFolder)).filter((a) => !a.startsWith('-'));
  return [...doubtful, ...certain]
    .filter((path) => path !== '' && !path.includes('\0'))
    .map((path) => resolve(cwd, path));
}

/** How many arguments belong to Electron itself when the app runs from source. */
function afterApp(args: readonly string[], cwd: string, appFolder: string | null): number {
  if (appFolder === null) return 0;
  const app = args.findIndex((arg) => resolve(cwd, arg) === resolve(appFolder));
  return app < 0 ? args.length : app + 1;
}
