/**
 * `npm run types`: checks every project with `tsc`. One project per layer, so that each layer sees
 * only the globals that its runtime offers.
 */
import { join, relative } from 'node:path';
import { packageProgram, ROOT } from './project.mjs';
import { run, say } from './run.mjs';

const LAYERS = ['core', 'api', 'host', 'cli', 'main', 'preload', 'renderer'];
const PROJECTS = [ROOT, ...LAYERS.map((layer) => join(ROOT, 'src', layer)), join(ROOT, 'test')];
/** As many compilers at once as a small machine has cores. */
const AT_ONCE = 2;

const compiler = packageProgram('typescript');
const waiting = [...PROJECTS];
let failures = 0;

/** Checks one project after the other, until none is left. */
async function work() {
  for (let project = waiting.shift(); project; project = waiting.shift()) {
    const args = [
      compiler,
      '--project',
      project,
      '--pretty',
      String(Boolean(process.stdout.isTTY)),
    ];
    const { code, output } = await run(process.execPath, args, { cwd: ROOT, capture: true });
    if (code === 0) continue;
    failures += 1;
    process.stdout.write(output);
    say(`Types: ${relative(ROOT, project) || 'scripts and configuration'} has errors.`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
if (failures === 0) say(`Types: ${PROJECTS.length} projects are sound.`);
process.exitCode = failures === 0 ? 0 : 1;
