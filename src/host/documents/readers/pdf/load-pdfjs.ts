/// <reference path="./pdf-worker.d.ts" />
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';

export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loaded: Promise<PdfJs> | undefined;

/**
 * Loads pdf.js when the first PDF is read: it is large. It runs in this process, without a worker thread,
 * and only for text: what it would draw with is given to it empty, so that it looks for no native module.
 */
export function loadPdfJs(): Promise<PdfJs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PdfJs> {
  const own = process.getBuiltinModule;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} });
  }
  const nothing = { createRequire: () => () => ({}) };
  Object.assign(process, {
    getBuiltinModule: (id: string) => (id === 'module' ? nothing : own(id)),
  });
  try {
    const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    Object.assign(globalThis, { pdfjsWorker: worker });
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    Object.assign(process, { getBuiltinModule: own });
  }
}

/**
 * Folder of the character maps that East Asian PDFs name, with a separator at its end: beside the built
 * program, or in its package where it runs from source.
 */
export function characterMaps(): string {
  const here = import.meta.dirname;
  const built = [join(here, 'cmaps'), join(here, '..', 'cmaps')].find((path) => existsSync(path));
  const folder =
    built ?? join(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'), '../cmaps');
  return folder + sep;
}
