import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Builds the host, as it ships, into one file that plain Node runs.
 *
 * @returns {Promise<{ file: string, remove: () => Promise<void> }>}
 */
export async function bundleHost() {
  const outDir = await mkdtemp(join(tmpdir(), 'glossator-host-'));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: join(ROOT, 'src/host/index.ts'), outDir, target: 'node20.18', minify: false },
  });
  return {
    file: join(outDir, 'index.js'),
    remove: () => rm(outDir, { recursive: true, force: true }),
  };
}
