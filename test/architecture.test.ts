import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which layer may import what: layers, packages, or single files. Itself always, by relative paths. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: ['zod', 'saxes', 'papaparse', 'fflate', 'parse5'],
  api: ['core', 'zod'],
  host: ['core', 'api', 'node:', 'lowdb', 'zod', 'papaparse', 'pdfjs-dist'],
  cli: ['core', 'api', 'host', 'node:'],
  main: ['core', 'api', 'host', 'cli', 'node:', 'electron', 'zod'],
  preload: ['api', 'electron', '#core/result.ts'],
  renderer: [
    'core',
    'api',
    'react',
    'react-dom',
    'radix-ui',
    'cmdk',
    'zustand',
    '@tanstack/react-virtual',
    '@codemirror/state',
    '@codemirror/view',
    '@fontsource/noto-sans',
    '@fontsource/noto-serif',
  ],
};

const IMPORT =
  /^(?:import|export)\s[^'";]*?\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gmu;
const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const listFiles = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|tsx|css)$/u.test(file))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`);

const sources = listFiles('src');
const scripts = sources.filter((file) => /(?<!\.d)\.tsx?$/u.test(file));

/** Layer or package that an import leads to. */
function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    const path = relative(join(root, 'src'), resolve(root, file, '..', specifier));
    return path.split(/[\\/]/u)[0] ?? '';
  }
  if (specifier.startsWith('node:')) return 'node:';
  if (specifier.startsWith('#')) return specifier.slice(1).split('/')[0] ?? '';
  return /^(?:@[^/]+\/)?[^/]+/u.exec(specifier)?.[0] ?? specifier;
}

/** Lines that contain a pattern, comments left out, as `file:line text`. */
function linesWith(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .map((line, i) => ({ line: line.trim(), number: i + 1 }))
      .filter(({ line }) => !/^(?:\/\/|\/?\*)/u.test(line) && pattern.test(line))
      .map(({ line, number }) => `${file}:${number} ${line}`),
  );
}

describe('layers', () => {
  test('there is code to look at', () => {
    expect(scripts.length).toBeGreaterThan(50);
  });

  test.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (layer) => {
    const wrong = scripts
      .filter((file) => file.startsWith(`src/${layer}/`))
      .flatMap((file) =>
        [...read(file).matchAll(IMPORT)].map(([, from, bare, dynamic]) => ({
          file,
          specifier: from ?? bare ?? dynamic ?? '',
        })),
      )
      .filter(({ file, specifier }) => {
        const target = targetOf(file, specifier);
        if (target === layer) return !specifier.startsWith('.');
        const may = MAY_IMPORT[layer] ?? [];
        return specifier.startsWith('.') || !(may.includes(target) || may.includes(specifier));
      });
    expect(wrong).toEqual([]);
  });

  test('every folder of src is a layer', () => {
    const folders = new Set(sources.map((file) => file.split('/')[1] ?? ''));
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });
});

describe('the core is pure', () => {
  const core = scripts.filter((file) => file.startsWith('src/core/'));

  test('no clock and no chance', () => {
    const pattern =
      /\bDate\.now\b|\bnew Date\(|\bDate\(\)|\bMath\.random\b|\bperformance\b|\bcrypto\b/u;
    expect(linesWith(core, pattern)).toEqual([]);
  });

  test('no process, no page, no timer', () => {
    const pattern =
      /\bprocess\.|\bwindow\.|\bdocument\.(?:create|query|body)|\bset(?:Timeout|Interval)\(/u;
    expect(linesWith(core, pattern)).toEqual([]);
  });
});

describe('shape of the code', () => {
  test('no file has more than 300 lines', () => {
    const long = sources
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  test('only named exports', () => {
    expect(linesWith(scripts, /^export default\b/u)).toEqual([]);
  });
});
