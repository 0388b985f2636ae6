import * as fs from 'node:fs/promises';

/**
 * The part of Node's file system that the store uses. All writing goes through it, so that tests can
 * make any single step fail or be the last one before a kill.
 */
export interface Files {
  readonly open: typeof fs.open;
  readonly rename: typeof fs.rename;
  readonly unlink: typeof fs.unlink;
  readonly rm: typeof fs.rm;
  readonly rmdir: typeof fs.rmdir;
  readonly mkdir: typeof fs.mkdir;
  readonly stat: typeof fs.stat;
  readonly realpath: (path: string) => Promise<string>;
  readonly readdir: typeof fs.readdir;
  readonly readFile: (path: string) => Promise<Buffer>;
}

/** The real file system. */
export const nodeFiles: Files = {
  ...fs,
  readFile: (path) => fs.readFile(path),
  realpath: (path) => fs.realpath(path),
};
