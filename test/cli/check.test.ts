import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundleCommandLine, runProgram } from './bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
const project = join(folder, 'p');
const set = 'annotations/harbour-pact/mira-7k2p';
let program = '';

beforeAll(async () => {
  program = await bundleCommandLine();
}, 60_000);
beforeEach(() => {
  rmSync(project, { recursive: true, force: true });
  cpSync(join(import.meta.dirname, '../../resources/sample'), project, { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dirname(program), { recursive: true, force: true });
});

const at = (name: string) => join(project, name);

function change(name: string, from: string | RegExp, to: string): void {
  const before = readFileSync(at(name), 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${name} has no ${from}`);
  writeFileSync(at(name), after);
}

/** Each damage with the kind of finding, its file and a word of its sentence. */
const DAMAGES: readonly (readonly [string, () => void, string, string, string])[] = [
  [
    'a torn set',
    () => writeFileSync(at(`${set}.json`), readFileSync(at(`${set}.json`)).subarray(0, 2000)),
    'error',
    `${set}.json`,
    'line 23',
  ],
  [
    'words that are not there',
    () => change(`${set}.json`, '["12 May"]', '["13 May"]'),
    'error',
    `${set}.json`,
    '13 May',
  ],
  [
    'offsets outside the text',
    () => {
      rmSync(at(`${set}.log`));
      change(`${set}.json`, '[[73,79]]', '[[73,7900]]');
    },
    'error',
    `${set}.json`,
    '7900',
  ],
  [
    'a type that does not exist',
    () => {
      rmSync(at(`${set}.log`));
      change(`${set}.json`, '"Date"', '"Datum"');
    },
    'error',
    `${set}.json`,
    '‘Datum’',
  ],
  [
    'a flipped letter in a log',
    () => change(`${set}.log`, '"span.add"', '"span.adj"'),
    'error',
    `${set}.json`,
    'damaged',
  ],
  [
    'a text gone',
    () => rmSync(at('documents/harbour-pact/text.txt')),
    'error',
    'documents/harbour-pact/text.txt',
    'missing',
  ],
  [
    'a source changed',
    () => appendFileSync(at('documents/harbour-pact/source.txt'), 'x'),
    'warning',
    'documents/harbour-pact/source.txt',
    'changed',
  ],
  [
    'a set of no document',
    () => {
      mkdirSync(at('annotations/ghost'));
      cpSync(at(`${set}.json`), at('annotations/ghost/mira.json'));
    },
    'warning',
    'annotations/ghost/mira.json',
    'no document ‘ghost’',
  ],
  [
    'a copy from a conflict',
    () => cpSync(at(`${set}.json`), at(`${set} (conflict, Ben, 2026).json`)),
    'warning',
    `${set} (conflict, Ben, 2026).json`,
    'copy',
  ],
];

test.each(DAMAGES)('%s is found', async (_name, damage, severity, file, words) => {
  damage();
  const run = await runProgram(program, ['check', 'p', '--json'], folder);
  const { findings } = JSON.parse(run.out);
  expect(findings[0]).toMatchObject({ severity, place: { file } });
  expect(findings[0].message).toContain(words);
  expect(run.code).toBe(severity === 'error' ? 1 : 0);
  const strict = await runProgram(program, ['check', 'p', '--strict'], folder);
  expect(strict.code).toBe(1);
  expect(strict.out).toContain(file);
});
