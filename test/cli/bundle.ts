import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Bundles the command line as the app's build does, into a temporary folder. @returns the program. */
export async function bundleCommandLine(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'glossator-cli-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { __GLOSSATOR_VERSION__: '"9.9.9"' },
    ssr: { noExternal: true },
    build: {
      ssr: resolve(root, 'src/cli/index.ts'),
      outDir,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'glossator.mjs' } },
    },
  });
  return join(outDir, 'glossator.mjs');
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as a process of its own. */
export function runProgram(program: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], { cwd });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', fail).on('close', (code) => done({ code, out, err }));
  });
}
