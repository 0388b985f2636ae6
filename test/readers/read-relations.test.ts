import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Dataset, setsOf } from '#core/formats/dataset.ts';
import { formatById } from '#core/formats/registry.ts';
import { anyDataset, textOf } from '../core/formats/datasets.ts';

const reader = join(import.meta.dirname, 'read_relations.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!hasPython)('another program reads them (skipped without python3)', () => {
  const samples = fc.sample(anyDataset, { numRuns: 120, seed: 17 });
  const documents = samples.flatMap((dataset, i) =>
    dataset.documents.map((one) => ({ ...one, id: `${i}-${one.id}` })),
  );
  const dataset: Dataset = { ...(samples[0] as Dataset), documents };
  const count = (kind: string) =>
    [...setsOf(dataset)].flatMap(({ set }) => set.records).filter((one) => one.kind === kind)
      .length;

  test.each(['scierc', 'docred', 'conll04', 'web-annotation', 'recogito'])('%s', (id) => {
    const format = formatById(id);
    const written = format?.write?.(dataset, {});
    if (!written?.ok) throw new Error('not written');
    const target = join(folder, id);
    for (const file of written.value) {
      mkdirSync(dirname(join(target, file.path)), { recursive: true });
      writeFileSync(join(target, file.path), textOf(file));
    }
    const args = [reader, id.replace('-', '_'), target];
    const output = execFileSync('python3', args, { encoding: 'utf8', stdio: 'pipe' });
    const losses = format?.losses?.(dataset, {}) ?? [];
    const lost = (...whats: readonly string[]) =>
      losses.reduce((sum, loss) => sum + (whats.includes(loss.what) ? loss.count : 0), 0);
    expect(count('span')).toBeGreaterThan(200);
    expect(JSON.parse(output)).toEqual({
      spans: count('span') - lost('spans that cut a token', 'spans without a token'),
      relations: format?.loses.includes('relations')
        ? 0
        : count('relation') -
          lost('relations without both ends', 'relations across sentences', 'relations said twice'),
    });
  });
});
