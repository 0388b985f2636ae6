import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/ADDING-A-FORMAT.md'), 'utf8');

const blocks = [...page.matchAll(/```ts\n\/\/ (?<file>\S+)\n(?<code>.*?)```/gsu)].map(
  ({ groups }) => [groups?.['file'] ?? '', groups?.['code'] ?? ''] as const,
);

test('the page shows code', () => expect(blocks.length).toBeGreaterThan(4));

test.each(blocks)('docs/ADDING-A-FORMAT.md shows lines that stand in %s', (file, code) => {
  const source = readFileSync(join(root, file), 'utf8').split('\n');
  let at = 0;
  for (const line of code.trimEnd().split('\n')) {
    const found = source.indexOf(line, at);
    expect(found, line).toBeGreaterThanOrEqual(0);
    at = found + 1;
  }
});

test('files and names that the page tells of are there', () => {
  const formats = join(root, 'src/core/formats');
  for (const [, path = ''] of page.matchAll(/`((?:tokens|json|xml|zip)\/[\w./-]*)`/gu)) {
    expect(existsSync(join(formats, path)), path).toBe(true);
  }
  const shared = readFileSync(join(formats, 'tokens/token-options.ts'), 'utf8');
  for (const [name] of page.matchAll(/\b[A-Z]+_OPTION\b/gu)) expect(shared).toContain(name);
});
