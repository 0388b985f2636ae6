/**
 * `npm run bench -- --formats`: writes and reads 100,000 annotations in each format, each in a process of its
 * own, and puts annotations per second and peak memory into docs/FORMATS.md. More words: only these formats.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../../scripts/project.mjs';
import { run, say } from '../../../scripts/run.mjs';

const SPEED = join(ROOT, 'docs/formats-speed.json');
const outDir = join(tmpdir(), `glossator-bench-formats-${process.pid}`);

await build({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: join(ROOT, 'test/bench/formats/measure.ts'),
    outDir,
    rolldownOptions: { output: { entryFileNames: 'measure.mjs' } },
  },
});
const page = readFileSync(join(ROOT, 'docs/formats-tested.json'), 'utf8');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const ids = asked.length > 0 ? asked : Object.keys(JSON.parse(page).formats);
/** @type {Record<string, unknown>[]} */
const results = [];
for (const id of ids) {
  const { code, output } = await run(process.execPath, [join(outDir, 'measure.mjs'), id], {
    cwd: ROOT,
    capture: true,
  });
  if (code !== 0) {
    say(`${id}: could not be measured.\n${output}`);
    process.exitCode = 1;
    continue;
  }
  const result = JSON.parse(output.trim().split('\n').at(-1) ?? '{}');
  results.push(result);
  const rate = (/** @type {number | null} */ value) =>
    value === null ? '–' : Math.round(value).toLocaleString('en');
  say(
    `${id.padEnd(18)} write ${rate(result.written).padStart(9)}/s  read ${rate(result.read).padStart(9)}/s  ${Math.round(result.peak)} MB${result.problem ? `  ${result.problem}` : ''}`,
  );
}
if (asked.length === 0) {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}`;
  const date = new Date().toISOString().slice(0, 10);
  const before = JSON.parse(readFileSync(SPEED, 'utf8'));
  writeFileSync(SPEED, `${JSON.stringify({ ...before, date, machine, results }, null, 2)}\n`);
  const { code } = await run(process.execPath, [join(ROOT, 'scripts/formats-table.mjs')], {
    cwd: ROOT,
  });
  if (code !== 0) process.exitCode = code;
}
