import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { conll2002 } from '#core/formats/conll-2002/format.ts';
import { conll2003 } from '#core/formats/conll-2003/format.ts';
import { conll2012 } from '#core/formats/conll-2012/format.ts';
import { conllU } from '#core/formats/conll-u/format.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import { tokensOf } from '#core/formats/tokens/tokenize.ts';
import { anyDataset } from '../core/formats/datasets.ts';
import { tokenView, write } from '../core/formats/tokens/harness.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Seen {
  readonly words: readonly string[];
  readonly names: readonly (readonly [string, number, number])[];
}

function readWithPython(how: string, text: string): readonly Seen[] {
  const path = join(folder, 'file.conll');
  writeFileSync(path, text);
  const script = join(import.meta.dirname, 'read_tokens.py');
  return JSON.parse(execFileSync('python3', [script, how, path], { encoding: 'utf8' }));
}

/** Many random documents with words, each with the set of one annotator. */
function manyDocuments(): Dataset {
  const samples = fc.sample(anyDataset, { numRuns: 400, seed: 11 });
  const documents = samples.flatMap((dataset, i) =>
    dataset.documents
      .filter((one) => one.sets.length > 0 && tokensOf(one, 'words').length > 0)
      .map((one) => ({ ...one, id: `${i}-${one.id}`, sets: one.sets.slice(0, 1) })),
  );
  return { ...(samples[0] as Dataset), documents };
}

describe.skipIf(!hasPython)(
  'another program reads the same names (skipped without python3)',
  () => {
    const dataset = manyDocuments();
    const expected = dataset.documents.map((one) => tokenView(one, one.sets[0]?.records ?? []));
    test.each([
      ['CoNLL-2003 in IOB1', 'columns', conll2003, { scheme: 'iob1' }],
      ['CoNLL-2003 in IOB2', 'columns', conll2003, { scheme: 'iob2' }],
      ['CoNLL-2002 in BIOES', 'columns', conll2002, { scheme: 'bioes' }],
      ['CoNLL-2002 in BILOU', 'columns', conll2002, { scheme: 'bilou' }],
      ['CoNLL-U', 'conllu', conllU, { names: 'tags' }],
      ['CoNLL-2012', 'conll2012', conll2012, {}],
    ] as const)('in %s', (_name, how, format, options) => {
      const [file] = write(format, dataset, options);
      const seen = readWithPython(how, file?.text ?? '').map(({ words, names }) => ({
        words,
        spans: names
          .map(
            ([type, from, to]) =>
              `${type} ${Array.from({ length: to - from }, (_, i) => from + i)}`,
          )
          .sort(),
      }));
      expect(expected.flatMap(({ spans }) => spans).length).toBeGreaterThan(100);
      expect(seen).toEqual(expected);
    });
  },
);
