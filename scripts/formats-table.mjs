/**
 * `npm run formats`: makes docs/FORMATS.md of what the formats declare. `-- --count` counts anew the files that
 * are read, those of others in the folder that GLOSSATOR_CORPORA names, and keeps the figures with date and commit.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { formatsPage } from './formats-page.mjs';
import { countFiles } from './formats-tested.mjs';
import { ROOT } from './project.mjs';
import { say } from './run.mjs';

const PAGE = join(ROOT, 'docs/FORMATS.md');
const FIGURES = join(ROOT, 'docs/formats-tested.json');
const SPEED = join(ROOT, 'docs/formats-speed.json');

/** @returns {Promise<import('./formats-tested.mjs').Registry>} */
async function loadRegistry() {
  const outDir = mkdtempSync(join(tmpdir(), 'glossator-formats-'));
  try {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(ROOT, 'src/core/formats/registry.ts'),
        outDir,
        rolldownOptions: { output: { entryFileNames: 'registry.mjs' } },
      },
    });
    return await import(pathToFileURL(join(outDir, 'registry.mjs')).href);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** @param {import('./formats-tested.mjs').Registry} registry */
function count(registry) {
  const fixtures = countFiles(registry, join(ROOT, 'test/fixtures'));
  const others = countFiles(
    registry,
    process.env['GLOSSATOR_CORPORA'] ?? join(ROOT, '../shared/corpora'),
  );
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const formats = Object.fromEntries(
    registry.FORMATS.map(({ id }) => [
      id,
      { fixtures: fixtures[id] ?? 0, others: others[id] ?? 0 },
    ]),
  );
  const figures = { date: new Date().toISOString().slice(0, 10), commit: commit.trim(), formats };
  writeFileSync(FIGURES, `${JSON.stringify(figures, null, 2)}\n`);
}

const registry = await loadRegistry();
if (process.argv.includes('--count')) count(registry);
const figures = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
writeFileSync(PAGE, formatsPage(registry.FORMATS, figures(FIGURES), figures(SPEED)));
say(`docs/FORMATS.md: ${registry.FORMATS.length} formats.`);
