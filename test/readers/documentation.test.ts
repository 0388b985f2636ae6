import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
const hasPython = spawnSync('python3', ['--version']).status === 0;

beforeAll(() => {
  cpSync(join(root, 'resources/sample'), join(folder, 'my-project'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Blocks of Python in a page of the documentation. */
const pythonIn = (page: string) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/```python\n(.*?)```/gsu)].map(
    ([, code = '']) => code,
  );

const python = (code: string) =>
  spawnSync('python3', ['-c', code], { cwd: folder, encoding: 'utf8' });

describe.skipIf(!hasPython)(
  'the Python of the documentation runs (skipped without python3)',
  () => {
    test.each(['README.md', 'docs/FILE-FORMAT.md'])('%s reads every span of the sample', (page) => {
      const [code = ''] = pythonIn(page);
      const run = python(code);
      expect(run.stderr).toBe('');
      expect(run.stdout).toContain("Person ['Zoë Lindqvist-Ó Briain']");
      expect(run.stdout.trimEnd().split('\n').length).toBeGreaterThan(90);
    });

    test('the sums of log lines are as described', () => {
      const [, code = ''] = pythonIn('docs/FILE-FORMAT.md');
      const loop = `import json, pathlib, zlib
count = 0
for path in pathlib.Path("my-project").rglob("*.log"):
    for line in path.read_bytes().splitlines():
${code.replace(/^/gmu, '        ')}
        count += 1
print(count)`;
      const run = python(loop);
      expect(run.stderr).toBe('');
      expect(Number(run.stdout)).toBeGreaterThan(100);
    });
  },
);
