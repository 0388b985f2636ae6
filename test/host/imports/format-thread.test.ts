import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetDocument } from '#core/formats/dataset.ts';
import { formatById } from '#core/formats/registry.ts';
import { FormatThread } from '#host/imports/format-thread-client.ts';

const root = resolve(import.meta.dirname, '../../..');
const outDir = mkdtempSync(join(tmpdir(), 'glossator-test-'));
const program = join(outDir, 'format-thread.mjs');

beforeAll(async () => {
  await build({
    ...{ root, configFile: false, logLevel: 'error', ssr: { noExternal: true } },
    build: {
      ...{ ssr: resolve(root, 'src/host/imports/format-thread.ts'), outDir },
      rolldownOptions: { output: { entryFileNames: 'format-thread.mjs' } },
    },
  });
}, 60_000);
afterAll(() => rmSync(outDir, { recursive: true }));

/** A line of Prodigy for each document, with that many spans. */
function linesOf(documents: number, spans: number): string {
  const lines = Array.from({ length: documents }, (_, n) =>
    JSON.stringify({
      text: `Text ${n}: ${'Ada '.repeat(spans)}`,
      spans: Array.from({ length: spans }, (__, i) => ({
        start: 4 * i,
        end: 4 * i + 3,
        label: 'P',
      })),
    }),
  );
  return `${lines.join('\n')}\n`;
}

async function all(documents: AsyncIterable<DatasetDocument> | Iterable<DatasetDocument>) {
  const list: DatasetDocument[] = [];
  for await (const document of documents) list.push(document);
  return list;
}

describe('reading in a thread', () => {
  test('gives what reading here gives, batch after batch', async () => {
    const thread = new FormatThread(program, new AbortController().signal);
    try {
      for (const [documents, spans] of [
        [3, 2],
        [50, 300],
        [1, 5_000],
      ] as const) {
        const source = { path: '/a.jsonl', text: linesOf(documents, spans) };
        const here = formatById('prodigy')?.read?.([source], {});
        const there = await thread.read('prodigy', [source], {});
        if (!here?.ok || !there.ok) throw new Error('not read');
        expect(await all(there.value.documents)).toEqual(here.value.documents);
        expect(there.value.schema).toEqual(here.value.schema);
      }
    } finally {
      thread.close();
    }
  });

  test('what a format refuses is told with file and line', async () => {
    const thread = new FormatThread(program, new AbortController().signal);
    const source = { path: '/a.jsonl', text: '{"text": "fine"}\n{"text": \n' };
    const read = await thread.read('prodigy', [source], {});
    thread.close();
    expect(read).toMatchObject({ ok: false, error: { place: { file: '/a.jsonl' } } });
  });

  test('is stopped at once, in the middle of a file', async () => {
    const controller = new AbortController();
    const thread = new FormatThread(program, controller.signal);
    const reading = thread.read('prodigy', [{ path: '/a.jsonl', text: linesOf(5_000, 100) }], {});
    setTimeout(() => controller.abort(), 50);
    const start = performance.now();
    await expect(reading).rejects.toThrow(/abort/iu);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
