import { cpSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

/** Replaced in every bundle; a file that reads one declares it: `declare const __X__: string`. */
const define = { __GLOSSATOR_VERSION__: JSON.stringify(version) };

/** Character maps of East Asian PDFs, read when a PDF names one (docs/decisions/0010-document-readers.md). */
const characterMaps: Plugin = {
  name: 'character-maps',
  writeBundle({ dir }) {
    const from = resolve(root, 'node_modules/pdfjs-dist/cmaps');
    cpSync(from, resolve(dir ?? 'out/main', 'cmaps'), { recursive: true });
  },
};

/**
 * Six programs are built. Each is complete: only `electron` and Node's own modules stay outside,
 * so that the built app needs no node_modules. The targets are those of Electron 33, the oldest
 * runtime we start on (docs/decisions/0001-electron-runtime.md).
 */
export default defineConfig({
  // The host with the window's main process, the command line, which runs on plain Node, and the
  // threads in which both measure agreement, compare, read large files, and read PDFs.
  main: {
    define,
    plugins: [characterMaps],
    build: {
      externalizeDeps: false,
      target: 'node20.18',
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: resolve(root, 'src/main/index.ts'),
          glossator: resolve(root, 'src/cli/index.ts'),
          'project-thread': resolve(root, 'src/host/thread/project-thread.ts'),
          'format-thread': resolve(root, 'src/host/imports/format-thread.ts'),
          'pdf-thread': resolve(root, 'src/host/documents/readers/pdf/pdf-thread.mjs'),
        },
      },
    },
  },

  // A sandboxed preload script has no `import` and can load no second file.
  preload: {
    define,
    build: {
      externalizeDeps: false,
      target: 'node20.18',
      rolldownOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },

  renderer: {
    define,
    root: resolve(root, 'src/renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      sourcemap: true,
      minify: true,
      outDir: resolve(root, 'out/renderer'),
      // The window's content security policy allows only files of its own: nothing inline, no
      // data URLs, and no injected script that would preload modules.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: resolve(root, 'src/renderer/index.html') },
    },
  },
});
