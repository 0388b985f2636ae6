import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleCommandLine, runProgram } from './bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
const hasGit = spawnSync('git', ['--version']).status === 0;
let program = '';

const ENV = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const WHO = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
const options = { cwd: folder, env: { ...process.env, ...ENV } };
const git = (...args: string[]) => execFileSync('git', [...WHO, ...args], options).toString();

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../../resources/sample'), folder, { recursive: true });
  program = await bundleCommandLine();
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dirname(program), { recursive: true, force: true });
});

/** Gives the n-th span of a set another type. */
function retype(path: string, n: number, type: string): void {
  const set = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const spans = set.records.filter((record: { kind: string }) => record.kind === 'span');
  spans[n].type = type;
  writeFileSync(join(folder, path), JSON.stringify(set));
}

test.skipIf(!hasGit)(
  'git merges two branches with it, as docs/MERGING.md says',
  async () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/MERGING.md'), 'utf8');
    const [, attributes = ''] = /```text\n(annotations[\s\S]*?)```/u.exec(guide) ?? [];
    writeFileSync(join(folder, '.gitattributes'), attributes);
    git('init', '-q', '-b', 'main');
    for (const [, name = '', value = ''] of guide.matchAll(/git config (\S+) "?([^"\n]+)"?/gu))
      git(
        'config',
        name,
        value.replace('glossator merge-file', `"${process.execPath}" "${program}" merge-file`),
      );
    git('add', '.');
    git('commit', '-qm', 'Begin');
    const [document = ''] = readdirSync(join(folder, 'annotations')).sort();
    const sets = readdirSync(join(folder, 'annotations', document));
    const path = `annotations/${document}/${sets.find((name) => name.endsWith('.json'))}`;
    git('switch', '-qc', 'other');
    retype(path, 0, 'Location');
    git('commit', '-qam', 'Theirs');
    git('switch', '-q', 'main');
    retype(path, 1, 'Location');
    git('commit', '-qam', 'Ours');
    git('merge', '-q', 'other', '-m', 'Both');
    const merged = JSON.parse(readFileSync(join(folder, path), 'utf8'));
    const spans = merged.records.filter((record: { kind: string }) => record.kind === 'span');
    expect(spans.slice(0, 2).map(({ type }: { type: string }) => type)).toEqual([
      'Location',
      'Location',
    ]);
    expect(await runProgram(program, ['check', '.'], folder)).toMatchObject({ code: 0 });

    git('switch', '-qc', 'clash', 'other');
    retype(path, 1, 'Clash');
    git('commit', '-qam', 'Theirs again');
    git('switch', '-q', 'main');
    const clash = spawnSync('git', [...WHO, 'merge', 'clash'], options);
    expect(clash.status).toBe(1);
    expect(clash.stderr.toString()).toContain('type; ours stays');
    expect(git('status', '--short')).toContain(`UU ${path}`);
  },
  60_000,
);
