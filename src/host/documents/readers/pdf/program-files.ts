import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';

const here = import.meta.dirname;

/** The program of the thread that reads PDFs: beside the built program, or beside this file. */
export function threadProgram(): string {
  return inProgram('pdf-thread.js') ?? join(here, 'pdf-thread.mjs');
}

/**
 * Folder of the character maps that East Asian PDFs name, with a separator at its end: beside the built
 * program, or in its package where it runs from source.
 */
export function characterMaps(): string {
  const built = inProgram('cmaps');
  if (built !== undefined) return built + sep;
  const require = createRequire(import.meta.url);
  return join(require.resolve('pdfjs-dist/package.json'), '..', 'cmaps') + sep;
}

/** What the build puts into `out/main`; this file is part of a bundle there, or of one in a folder of it. */
function inProgram(name: string): string | undefined {
  return [join(here, name), join(here, '..', name)].find((path) => existsSync(path));
}
