import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Dataset, setsOf } from '#core/formats/dataset.ts';
import { formatById } from '#core/formats/registry.ts';
import { anyDataset, textOf } from '../core/formats/datasets.ts';

const reader = join(import.meta.dirname, 'read_standoff.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Many random documents as one dataset. */
function manyDocuments(): Dataset {
  const samples = fc.sample(anyDataset, { numRuns: 120, seed: 11 });
  const documents = samples.flatMap((dataset, i) =>
    dataset.documents.map((one) => ({ ...one, id: `${i}-${one.id}` })),
  );
  return { ...(samples[0] as Dataset), documents };
}

describe.skipIf(!hasPython)('another program reads them (skipped without python3)', () => {
  const dataset = manyDocuments();
  const count = (kind: string) =>
    [...setsOf(dataset)].flatMap(({ set }) => set.records).filter((one) => one.kind === kind)
      .length;

  test.each(['brat', 'doccano', 'label-studio', 'prodigy'])('%s', (id) => {
    const format = formatById(id);
    const written = format?.write?.(dataset, {});
    if (!written?.ok) throw new Error('not written');
    const target = join(folder, id);
    for (const file of written.value) {
      mkdirSync(dirname(join(target, file.path)), { recursive: true });
      writeFileSync(join(target, file.path), textOf(file));
    }
    const files = written.value.filter(({ path }) => /\.jsonl?$/u.test(path));
    const paths = id === 'brat' ? [target] : files.map(({ path }) => join(target, path));
    const output = execFileSync('python3', [reader, id.replace('-', '_'), ...paths], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    const losses = format?.losses?.(dataset, {}) ?? [];
    const lost = (what: string) => losses.find((loss) => loss.what === what)?.count ?? 0;
    expect(count('span')).toBeGreaterThan(200);
    expect(JSON.parse(output)).toEqual({
      spans: count('span') - lost('spans of line breaks only'),
      relations: count('relation') - lost('relations without both ends'),
    });
  });
});
