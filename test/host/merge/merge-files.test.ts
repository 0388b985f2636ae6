import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mergeFiles } from '#host/merge/merge-files.ts';
import { attempt } from '#host/store/store-error.ts';
import { temporaryFolder } from '../workspace.ts';

const span = (id: string, at: number) => ({
  ...{ kind: 'span', id, type: 'Person', ranges: [[at, at + 1]], quote: ['A'] },
});

function setOf(...records: object[]): string {
  return JSON.stringify({
    ...{ format: 'glossator-set', formatVersion: 1, documentId: 'a', revision: 1 },
    ...{ annotator: { id: 'anna-1', name: 'Anna' }, textSha256: '0'.repeat(64), records },
  });
}

test.each(['base', 'ours', 'theirs'])(
  'two annotations of one id in %s: refused, and none of them is lost',
  async (which) => {
    const folder = await temporaryFolder();
    const paths = ['base', 'ours', 'theirs'].map((name) => join(folder, `${name}.json`));
    for (const path of paths) {
      const twice = path.endsWith(`${which}.json`) ? [span('s1', 4)] : [];
      await writeFile(path, setOf(span('s1', 0), ...twice));
    }
    const before = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
    const [base = '', ours = '', theirs = ''] = paths;
    const answer = await attempt(() => mergeFiles(base, ours, theirs));
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid-file', message: expect.stringContaining(`${which}.json has two`) },
    });
    expect(await Promise.all(paths.map((path) => readFile(path, 'utf8')))).toEqual(before);
  },
);
