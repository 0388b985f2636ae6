/** Counts the files of each format that are read: our fixtures, and a folder of files by others. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { say } from './run.mjs';

/**
 * @typedef {import('../src/core/formats/format.ts').Format} Format
 * @typedef {import('../src/core/formats/format.ts').SourceFile} SourceFile
 *
 * @typedef {object} Registry
 * @property {readonly Format[]} FORMATS
 * @property {(head: SourceFile) => Format | undefined} formatOf
 */

/** @param {string} folder @returns {Generator<string[]>} the files of each folder below. */
function* foldersIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  yield entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  for (const entry of entries) if (entry.isDirectory()) yield* foldersIn(join(folder, entry.name));
}

/** @param {string} root @param {string} file @returns {SourceFile} */
function source(root, file) {
  const bytes = readFileSync(file);
  const path = relative(root, file).replace(/\\/gu, '/');
  try {
    if (bytes.includes(0)) return { path, bytes };
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { path, bytes };
  }
}

/**
 * How many files of each format below the folder are recognised and read.
 * @param {Registry} registry
 * @param {string} root
 * @returns {Record<string, number>}
 */
export function countFiles({ formatOf }, root) {
  /** @type {Record<string, number>} */
  const counts = {};
  if (!existsSync(root)) return counts;
  for (const paths of foldersIn(root)) {
    const files = paths.map((path) => source(root, path));
    /** @type {Map<Format, SourceFile[]>} */
    const byFormat = new Map();
    for (const file of files) {
      const format = formatOf(file);
      if (format) byFormat.set(format, [...(byFormat.get(format) ?? []), file]);
    }
    for (const [format, own] of byFormat) {
      const options = Object.fromEntries(
        (format.readOptions ?? []).map((option) => [option.id, option.default]),
      );
      // Files that belong together are in one folder; others are read one by one.
      const isMany = Boolean(format.pieces?.together || format.pieces?.isShared);
      const groups = isMany ? [files] : own.map((file) => [file]);
      for (const group of groups) {
        let result = format.read?.(group, options);
        if (!result?.ok && !isMany) result = format.read?.(files, options);
        if (result?.ok) counts[format.id] = (counts[format.id] ?? 0) + (isMany ? own.length : 1);
        else
          say(
            `${group[0]?.path ?? ''}: not read as ${format.name}. ${result?.error.message ?? ''}`,
          );
      }
    }
  }
  return counts;
}
