import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import { setsOf } from '#core/formats/dataset.ts';
import { formatById } from '#core/formats/registry.ts';
import { anyDataset, textOf } from '../core/formats/datasets.ts';

const reader = join(import.meta.dirname, 'read_export.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readWithPython = (...paths: string[]): { spans: number; relations: number }[] =>
  JSON.parse(execFileSync('python3', [reader, ...paths], { encoding: 'utf8', stdio: 'pipe' }));

/** Many random documents as one dataset. */
function manyDocuments(): Dataset {
  const samples = fc.sample(anyDataset, { numRuns: 120, seed: 7 });
  const documents = samples.flatMap((dataset, i) =>
    dataset.documents.map((one) => ({ ...one, id: `${i}-${one.id}` })),
  );
  return { ...(samples[0] as Dataset), documents };
}

describe.skipIf(!hasPython)('another program finds every quote (skipped without python3)', () => {
  const dataset = manyDocuments();
  const count = (kind: string) =>
    [...setsOf(dataset)].flatMap(({ set }) => set.records).filter((one) => one.kind === kind)
      .length;
  const expected = { spans: count('span'), relations: count('relation') };

  test.each(['glossator-json', 'glossator-jsonl', 'csv-tables'])('in %s', (id) => {
    const written = formatById(id)?.write?.(dataset, {});
    if (!written?.ok) throw new Error('not written');
    const target = join(folder, id);
    for (const file of written.value) {
      mkdirSync(dirname(join(target, file.path)), { recursive: true });
      writeFileSync(join(target, file.path), textOf(file));
    }
    const [only] = written.value;
    const path = written.value.length === 1 ? join(target, only?.path ?? '') : target;
    expect(expected.spans).toBeGreaterThan(200);
    expect(readWithPython(path)).toEqual([expected]);
  });

  test('in the sample project', () => {
    const sample = join(import.meta.dirname, '../../resources/sample');
    const [found] = readWithPython(sample);
    expect(found?.spans).toBeGreaterThan(90);
    expect(found?.relations).toBeGreaterThan(30);
  });

  test('and would see an offset that is wrong', () => {
    const written = formatById('glossator-jsonl')?.write?.(dataset, {});
    if (!written?.ok) throw new Error('not written');
    const path = join(folder, 'wrong.jsonl');
    const moved = textOf(written.value[0]).replace(/"ranges":\[\[(\d+),(\d+)\]/u, (_all, a, b) => {
      return `"ranges":[[${Number(a) + 1},${Number(b) + 1}]`;
    });
    writeFileSync(path, moved);
    expect(readFileSync(path, 'utf8')).not.toBe(textOf(written.value[0]));
    expect(() => readWithPython(path)).toThrow();
  });
});
