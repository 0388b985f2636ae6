import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSet } from '#core/check/check-set.ts';
import { normalizeRanges } from '#core/model/range.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { buildSample } from './sample/build-sample.ts';
import { SAMPLE_SCHEMA } from './sample/sample-schema.ts';
import { schemaFault } from './validators.ts';

const sample = join(import.meta.dirname, '../../resources/sample');
const parent = mkdtempSync(join(tmpdir(), 'glossator-test-'));
let built = '';

/** What belongs to the sample; not what a running program leaves beside it. */
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !/^(?:cache|lock\.json)/u.test(name))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
const read = (name: string) => readFileSync(join(sample, name), 'utf8');
const json = (name: string) => JSON.parse(read(name));

beforeAll(async () => {
  built = await buildSample(parent);
  if (process.env['UPDATE'] === '1') {
    rmSync(sample, { recursive: true, force: true });
    for (const name of filesOf(built)) cpSync(join(built, name), join(sample, name));
  }
}, 120_000);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

test('resources/sample is what the builder makes (UPDATE=1 writes it anew)', () => {
  expect(filesOf(sample)).toEqual(filesOf(built));
  for (const name of filesOf(built)) {
    expect(read(name), name).toBe(readFileSync(join(built, name), 'utf8'));
  }
});

describe('every file is valid', () => {
  test.each([
    ['project.json', 'project'],
    ['schema.json', 'schema'],
  ])('%s', (name, kind) => {
    expect(schemaFault(kind, json(name))).toBeNull();
  });

  test('sets and logs', () => {
    const names = filesOf(sample).filter((name) => name.startsWith('annotations/'));
    expect(names).toHaveLength(2 * 5);
    for (const name of names) {
      if (name.endsWith('.json')) expect(schemaFault('set', json(name)), name).toBeNull();
      else {
        const lines = read(name).trimEnd().split('\n');
        expect(lines.length).toBeGreaterThan(5);
        for (const line of lines)
          expect(schemaFault('log-line', JSON.parse(line)), name).toBeNull();
      }
    }
    for (const line of read('project.log').trimEnd().split('\n')) {
      expect(schemaFault('project-log-line', JSON.parse(line))).toBeNull();
    }
  });
});

interface StoredSpan {
  readonly kind: string;
  readonly ranges: [number, number][];
  readonly quote: string[];
}

const SETS = ['harbour-pact', 'ridge-festival', 'painting-returns']
  .flatMap((document) =>
    ['mira-7k2p', 'jonas-x4nd'].map((annotator) => [document, annotator] as const),
  )
  .filter(([document, annotator]) => document !== 'painting-returns' || annotator !== 'jonas-x4nd');

describe.each(SETS)('%s by %s', (document, annotator) => {
  const records = () => json(`annotations/${document}/${annotator}.json`).records;

  test('quotes are what the text has, counted in code points', () => {
    const characters = [...read(`documents/${document}/text.txt`)];
    const spans: StoredSpan[] = records().filter(({ kind }: StoredSpan) => kind === 'span');
    expect(spans.length).toBeGreaterThan(3);
    for (const { ranges, quote } of spans) {
      expect(ranges.map(([start, end]) => characters.slice(start, end).join(''))).toEqual(quote);
    }
  });

  test('nothing contradicts the schema', () => {
    const text = read(`documents/${document}/text.txt`);
    const at = (codePoints: number) => [...text].slice(0, codePoints).join('').length;
    const index = new SetIndex(
      records().map((record: StoredSpan) => ({
        ...{ attributes: {}, note: '' },
        ...record,
        ...(record.ranges && {
          ranges: normalizeRanges(record.ranges.map(([a, b]) => ({ start: at(a), end: at(b) }))),
        }),
      })),
    );
    expect(checkSet(index, SAMPLE_SCHEMA, text)).toEqual([]);
  });
});

test('it shows nested, crossing and discontinuous spans, notes, attributes and relations', () => {
  const spans: StoredSpan[] = json('annotations/harbour-pact/mira-7k2p.json').records.filter(
    ({ kind }: StoredSpan) => kind === 'span',
  );
  const [hulls, count] = [
    spans.map(({ ranges }) => [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0]),
    spans.length,
  ];
  const pairs = hulls.flatMap(([a = 0, b = 0], i) =>
    hulls.slice(i + 1).map(([c = 0, d = 0]) => [a, b, c, d]),
  );
  expect(count).toBeGreaterThan(25);
  expect(pairs.some(([a = 0, b = 0, c = 0, d = 0]) => a < c && c < b && b < d)).toBe(true);
  expect(pairs.some(([a = 0, b = 0, c = 0, d = 0]) => a <= c && d <= b && a < b)).toBe(true);
  expect(spans.some(({ ranges }) => ranges.length > 1)).toBe(true);
});

test('the texts have 400 to 700 words each', () => {
  for (const name of ['harbour-pact', 'ridge-festival', 'painting-returns']) {
    const words = read(`documents/${name}/text.txt`).split(/\s+/u).length;
    expect(words).toBeGreaterThan(400);
    expect(words).toBeLessThan(700);
  }
});
