import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Dataset, setsOf } from '#core/formats/dataset.ts';
import { formatById } from '#core/formats/registry.ts';
import { anyDataset, textOf } from '../core/formats/datasets.ts';

const reader = join(import.meta.dirname, 'read_uima.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Many random documents as one dataset. */
function manyDocuments(): Dataset {
  const samples = fc.sample(anyDataset, { numRuns: 120, seed: 17 });
  const documents = samples.flatMap((dataset, i) =>
    dataset.documents
      // INCEpTION's reader takes no text without a word.
      .filter(({ text }) => text.trim() !== '')
      .map((one) => ({ ...one, id: `${i}-${one.id}` })),
  );
  return { ...(samples[0] as Dataset), documents };
}

describe.skipIf(!hasPython)('another program reads them (skipped without python3)', () => {
  const dataset = manyDocuments();
  const records = [...setsOf(dataset)].flatMap(({ set }) => set.records);
  const count = (kind: string) => records.filter((one) => one.kind === kind).length;

  test.each(['webanno-tsv', 'uima-xmi', 'uima-json'])('%s', (id) => {
    const format = formatById(id);
    const written = format?.write?.(dataset, {});
    if (!written?.ok) throw new Error('not written');
    const target = join(folder, id);
    for (const file of written.value) {
      mkdirSync(dirname(join(target, file.path)), { recursive: true });
      writeFileSync(join(target, file.path), textOf(file));
    }
    const output = execFileSync('python3', [reader, id.replace('-', '_'), target], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    const losses = format?.losses?.(dataset, {}) ?? [];
    const lost = (what: string) => losses.find((loss) => loss.what === what)?.count ?? 0;
    expect(count('span')).toBeGreaterThan(200);
    expect(JSON.parse(output)).toMatchObject({
      spans: count('span') - lost('spans without a token'),
      relations:
        count('relation') -
        lost('relations without both ends') -
        lost('relations between spans without a token'),
    });
  });
});
