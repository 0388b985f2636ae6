import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SIZES } from './documents/document.ts';
import { relate } from './documents/relate.ts';
import { findDocuments } from './documents/source.ts';
import { writeManyDocuments, writeProject } from './documents/write-project.ts';
import { measureBulk } from './measure/bulk.ts';
import { measureCommits } from './measure/commits.ts';
import { runDocument } from './measure/document-run.ts';
import { type Figures, median, medianOf } from './measure/figures.ts';
import { measureManyDocuments } from './measure/many-documents.ts';
import { ratiosOf } from './report/ratios.ts';
import type { Results } from './report/results.ts';
import { tablesOf } from './report/tables.ts';
import { writePage } from './report/write-page.ts';

const isQuick = process.env['GLOSSATOR_BENCH_QUICK'] === '1';
const RUNS = isQuick ? 1 : 3;
const EDITS = isQuick ? 5 : 8;
const say = (line: string) => process.stdout.write(`${line}\n`);

test('the window, on documents of all sizes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'glossator-bench-projects-'));
  try {
    const results = await measure(folder);
    const { aims, figures, ratios } = tablesOf(results);
    say(`\nDocuments: ${results.source}\n\n${aims}\n\n${figures}\n\n${ratios}\n`);
    if (!isQuick) writePage(results, new Date());
    expect(ratiosOf(results).filter(({ isFine }) => !isFine)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function measure(folder: string): Promise<Results> {
  const source = findDocuments();
  const documents = new Map<string, Figures>();
  const starts: number[] = [];
  let bulk: Results['bulk'] = null;
  let commit = Number.NaN;
  let runtime = '';
  for (const { name, length, hasNewlines, relations } of isQuick ? SIZES.slice(0, 2) : SIZES) {
    say(`${name} …`);
    const made = source.make(length, hasNewlines);
    const document = relations === undefined ? made : relate(made, relations);
    const project = await writeProject(folder, name, document);
    const runs: Figures[] = [];
    for (let i = 0; i < RUNS; i++) {
      const run = await runDocument(project, EDITS);
      runs.push(run.figures);
      starts.push(run.start);
      runtime = run.runtime;
    }
    documents.set(name, medianOf(runs));
    if (name === '1 MB') commit = await measureCommits(project);
    if (name === '5 MB') bulk = await measureBulk(project);
    await rm(project, { recursive: true, force: true });
  }
  let many: Results['many'] = null;
  if (!isQuick) {
    say('10,000 documents …');
    many = await measureManyDocuments(await writeManyDocuments(folder, 'many', 10_000));
  }
  const { name } = source;
  return {
    source: name,
    runtime,
    runs: RUNS,
    documents,
    start: median(starts),
    commit,
    bulk,
    many,
  };
}
