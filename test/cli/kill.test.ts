import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleCommandLine, runProgram } from './bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
const FILES = 150;
let program = '';

beforeAll(async () => {
  program = await bundleCommandLine();
  mkdirSync(join(folder, 'texts'));
  for (let i = 0; i < FILES; i++) writeFileSync(join(folder, `texts/${i}.txt`), `text number ${i}`);
  writeFileSync(join(folder, 'more.txt'), 'one more');
  await runProgram(program, ['import', 'empty', join(folder, 'more.txt'), '--create'], folder);
  cpSync(join(folder, 'empty'), join(folder, 'full'), { recursive: true });
  await runProgram(program, ['import', 'full', 'texts'], folder);
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dirname(program), { recursive: true, force: true });
});

// The whole import takes about half a second here; the moments spread over it and beyond.
test.each([150, 300, 400, 500, 600, 800])(
  'killed after %i ms, an import is done whole or not at all',
  async (milliseconds) => {
    const project = join(folder, `killed-${milliseconds}`);
    cpSync(join(folder, 'empty'), project, { recursive: true });
    const child = spawn(process.execPath, [program, 'import', project, 'texts'], { cwd: folder });
    const ended = new Promise((done) => child.on('close', done));
    await sleep(milliseconds);
    child.kill('SIGKILL');
    await ended;

    const stats = await runProgram(program, ['stats', project, '--json'], folder);
    expect([1, 1 + FILES]).toContain(JSON.parse(stats.out).documents);

    // The next session that may write clears up, and finishes what had been confirmed.
    writeFileSync(join(folder, 'later.txt'), 'later');
    const next = await runProgram(program, ['import', project, 'later.txt'], folder);
    expect(next).toMatchObject({ code: 0 });
    const check = await runProgram(program, ['check', project, '--json'], folder);
    expect(check.code).toBe(0);
    const { documents } = JSON.parse(check.out);
    expect([2, 2 + FILES]).toContain(documents);
    expect(readdirSync(join(project, 'documents'))).toHaveLength(documents);
  },
  30_000,
);

test.each([120, 200, 260, 320, 400])(
  'killed after %i ms, an export into a new folder is there whole or not at all',
  async (milliseconds) => {
    const target = join(folder, `tables-${milliseconds}`);
    const args = ['export', 'full', '--format', 'csv-tables', '--to', target];
    const child = spawn(process.execPath, [program, ...args], { cwd: folder });
    const ended = new Promise((done) => child.on('close', done));
    await sleep(milliseconds);
    child.kill('SIGKILL');
    await ended;
    const names = existsSync(target) ? readdirSync(target, { recursive: true }) : [];
    // Four tables and the schema; the folder of texts, and the texts.
    expect([0, 5 + 1 + FILES + 1]).toContain(names.length);
  },
  30_000,
);
