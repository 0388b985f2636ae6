import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleCommandLine, runProgram } from './bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
let program = '';

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../../resources/sample'), join(folder, 'sample'), {
    recursive: true,
  });
  program = await bundleCommandLine();
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dirname(program), { recursive: true, force: true });
});

const glossator = (...args: string[]) => runProgram(program, args, folder);

/** Spans of one annotator as the files have them: `document type ranges`, each once. */
function spansOnDisk(annotator: string): ReadonlySet<string> {
  const sets = join(folder, 'sample/annotations');
  const keys = new Set<string>();
  for (const document of readdirSync(sets)) {
    for (const name of readdirSync(join(sets, document))) {
      if (name !== `${annotator}.json`) continue;
      const { records } = JSON.parse(readFileSync(join(sets, document, name), 'utf8'));
      for (const { kind, type, ranges } of records) {
        if (kind === 'span') keys.add(`${document} ${type} ${JSON.stringify(ranges)}`);
      }
    }
  }
  return keys;
}

test('the figures are those that the files give when they are counted by hand', async () => {
  const run = await glossator('agree', 'sample', '--json', '--replicates', '50');
  expect(run.code).toBe(0);
  const report = JSON.parse(run.out);
  const [first, second] = report.annotators;
  expect([first, second].sort()).toEqual(['jonas-x4nd', 'mira-7k2p']);
  const common = new Set<string>(report.perDocument.map(({ id }: { id: string }) => id));
  const inCommon = (keys: ReadonlySet<string>) =>
    [...keys].filter((key) => common.has(key.slice(0, key.indexOf(' '))));
  const ours = inCommon(spansOnDisk(first));
  const theirs = new Set(inCommon(spansOnDisk(second)));
  const matches = ours.filter((key) => theirs.has(key)).length;
  expect(matches).toBeGreaterThan(0);
  expect(report.pairs[0].spans.exact).toMatchObject({
    ...{ matches, first: ours.length, second: theirs.size },
    precision: matches / theirs.size,
    recall: matches / ours.length,
  });
  expect(report.headline.f1).toBeCloseTo((2 * matches) / (ours.length + theirs.size), 12);
  expect(report.headline.interval.replicates).toBe(50);
});

test('people and types are chosen by name, and nobody unknown is left out in silence', async () => {
  const types = await glossator('agree', 'sample', '--json', '--type', 'Person');
  const all = await glossator('agree', 'sample', '--json');
  const firstOf = (out: string) => JSON.parse(out).pairs[0].spans.exact.first;
  expect(firstOf(types.out)).toBeLessThan(firstOf(all.out));
  const nobody = await glossator('agree', 'sample', '--annotator', 'Nobody');
  expect(nobody.code).toBe(1);
  expect(nobody.err).toContain('There is no annotator ‘Nobody’');
  const alone = await glossator('agree', 'sample', '--annotator', 'Mira Solberg');
  expect(alone.err).toContain('two annotators');
});

test('tables, a table file and a paragraph with references', async () => {
  const text = await glossator('agree', 'sample');
  expect(text.out).toMatch(/^Mean F1 of spans \(exact\): 0\.\d{4} \[/u);
  const csv = await glossator('agree', 'sample', '--as', 'csv');
  const [head, ...rows] = csv.out.trimEnd().split('\r\n');
  expect(head).toBe('part,measure,first,second,of,value,lower,upper,matches,n_first,n_second');
  expect(rows.length).toBeGreaterThan(30);
  const methods = await glossator('agree', 'sample', '--as', 'methods', '--seed', '9');
  expect(methods.out).toContain('Two annotators worked on');
  expect(methods.out).toContain('seed 9');
  expect(methods.out).toContain('Hripcsak, G., & Rothschild, A. S. (2005)');
  const wrong = await glossator('agree', 'sample', '--rule', 'fuzzy');
  expect(wrong.code).toBe(2);
});
