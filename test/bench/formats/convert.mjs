/**
 * `npm run bench -- --convert`: converts inputs of 200 MB with the built command line, and puts time and peak memory
 * into docs/FORMATS.md. Fails above 1 GB.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ensureBuilt } from '../../../scripts/build.mjs';
import { ROOT } from '../../../scripts/project.mjs';
import { run, say } from '../../../scripts/run.mjs';

const SPEED = join(ROOT, 'docs/formats-speed.json');
const MEGABYTES = 200;
/** In MB. */
const MOST = 1024;
const PAIRS = [
  ['doccano', 'glossator-jsonl'],
  ['conll-2003', 'conll-u'],
  ['conll-u', 'doccano'],
  ['glossator-jsonl', 'conll-2003'],
  ['brat', 'glossator-jsonl'],
];

/** Runs the program in a process that tells its peak memory at the end. */
const MEASURED = `process.on('exit', () => process.stderr.write('\\nPEAK ' + process.resourceUsage().maxRSS + '\\n'));
process.argv.splice(1, 0, 'glossator');
await import(${JSON.stringify(join(ROOT, 'out/main/glossator.js'))});`;

if (!(await ensureBuilt())) throw new Error('The program could not be built.');
const folder = mkdtempSync(join(tmpdir(), 'glossator-bench-convert-'));
/** @type {{ from: string, to: string, megabytes: number, seconds: number, peak: number }[]} */
const conversions = [];
try {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, 'test/bench/formats/large-input.ts'),
      outDir: join(folder, 'program'),
      rolldownOptions: { output: { entryFileNames: 'large-input.mjs' } },
    },
  });
  for (const [from = '', to = ''] of PAIRS) {
    const input = join(folder, `in-${from}`);
    const make = [join(folder, 'program/large-input.mjs'), from, String(MEGABYTES), input];
    await run(process.execPath, make, { cwd: ROOT });
    const began = performance.now();
    const words = ['convert', input, join(folder, `out-${to}`), '--from', from, '--to', to];
    const args = ['--input-type=module', '--eval', MEASURED, '--', ...words];
    const { code, output } = await run(process.execPath, args, { cwd: ROOT, capture: true });
    const seconds = (performance.now() - began) / 1000;
    const peak = Number(/PEAK (\d+)/u.exec(output)?.[1] ?? Number.NaN) / 1024;
    say(`${from} → ${to}: ${Math.round(seconds)} s, ${Math.round(peak)} MB`);
    if (code !== 0 || !(peak < MOST)) {
      process.exitCode = 1;
      say(output.slice(-500));
    }
    conversions.push({ from, to, megabytes: MEGABYTES, seconds, peak });
    rmSync(input, { recursive: true, force: true });
    rmSync(join(folder, `out-${to}`), { recursive: true, force: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const speed = JSON.parse(readFileSync(SPEED, 'utf8'));
writeFileSync(SPEED, `${JSON.stringify({ ...speed, conversions }, null, 2)}\n`);
await run(process.execPath, [join(ROOT, 'scripts/formats-table.mjs')], { cwd: ROOT });
