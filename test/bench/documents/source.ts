import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { ROOT } from '../../e2e/fixtures/launch.ts';
import type { Annotations, DocumentSource } from './document.ts';
import { generate } from './generate.ts';

interface PerfGen {
  makeText(size: number, seed: number, options: { noNewlines: boolean }): string;
  makeAnn(text: string, seed: number, every: number): Annotations;
}

const SEED = 42;

/**
 * The generator with which other tools were measured, where it is there (GLOSSATOR_BENCH_DOCUMENTS
 * names it, else it is looked for beside the repository); our own one of the same shape elsewhere.
 */
export function findDocuments(): DocumentSource {
  const file =
    process.env['GLOSSATOR_BENCH_DOCUMENTS'] ?? join(ROOT, '../shared/bench/documents.js');
  if (!existsSync(file)) return { name: 'our own generator', make: generate };
  const root: { PerfGen?: PerfGen } = {};
  // It is written for a page: it hangs its functions on the global object.
  runInNewContext(readFileSync(file, 'utf8'), { window: root });
  const { PerfGen: made } = root;
  if (!made) throw new Error(`${file} offers no PerfGen`);
  return {
    name: `${basename(file)}, with which the other tools were measured`,
    make(size, hasNewlines) {
      const text = made.makeText(size, SEED, { noNewlines: !hasNewlines });
      return { text, annotations: made.makeAnn(text, SEED, 100) };
    },
  };
}
