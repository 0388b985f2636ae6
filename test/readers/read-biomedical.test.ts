import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Dataset, setsOf } from '#core/formats/dataset.ts';
import { formatById } from '#core/formats/registry.ts';
import type { Range } from '#core/model/range.ts';
import { anyDataset, textOf } from '../core/formats/datasets.ts';

const reader = join(import.meta.dirname, 'read_biomedical.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Many random documents as one dataset; without empty texts, which strict readers of PubTator pass over. */
function manyDocuments(): Dataset {
  const samples = fc.sample(anyDataset, { numRuns: 120, seed: 23 });
  const documents = samples.flatMap((dataset, i) =>
    dataset.documents
      .filter(({ text }) => /\S/u.test(text))
      .map((one) => ({ ...one, id: `${i}-${one.id}`, name: `${i} ${one.name}` })),
  );
  return { ...(samples[0] as Dataset), documents };
}

describe.skipIf(!hasPython)('another program reads them (skipped without python3)', () => {
  const dataset = manyDocuments();
  const spans = [...setsOf(dataset)].flatMap(({ document, set }) =>
    set.records.flatMap((one) => (one.kind === 'span' ? [{ ...one, text: document.text }] : [])),
  );
  const relations = [...setsOf(dataset)].flatMap(({ set }) =>
    set.records.filter(({ kind }) => kind === 'relation'),
  ).length;
  const lengthOf =
    (text: string) =>
    ({ start, end }: Range) =>
      [...text.slice(start, end)].length;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const words = sum(spans.flatMap(({ text, ranges }) => ranges.map(lengthOf(text))));
  const firstWords = sum(spans.map(({ text, ranges }) => lengthOf(text)(ranges[0])));

  test.each([
    ['pubtator', {}, firstWords],
    ['bioc-json', {}, words],
    ['bioc-xml', {}, words],
    ['bdoc', {}, words],
    ['bdoc', { offsets: 'utf-16' }, words],
    ['gate-xml', {}, words],
    ['mae', {}, words],
    ['tei', { form: 'inline' }, words],
    ['tei', { form: 'apart' }, words],
  ])('%s %j', (id, options, expectedWords) => {
    const written = formatById(id)?.write?.(dataset, options);
    if (!written?.ok) throw new Error('not written');
    const target = join(folder, `${id}-${JSON.stringify(options).length}`);
    for (const file of written.value) {
      mkdirSync(dirname(join(target, file.path)), { recursive: true });
      writeFileSync(join(target, file.path), textOf(file));
    }
    const paths = written.value.map(({ path }) => join(target, path));
    const output = execFileSync('python3', [reader, id.replace('-', '_'), ...paths], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    expect(spans.length).toBeGreaterThan(200);
    expect(JSON.parse(output)).toEqual({ spans: spans.length, relations, words: expectedWords });
  });
});
