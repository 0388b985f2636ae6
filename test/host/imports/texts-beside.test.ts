import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { TestWindow, temporaryFolder } from '../workspace.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['csv-tables', 'csv-tables/entities', 1, 3],
  ['web-annotation', 'web-annotation/letter', 1, 3],
  ['recogito', 'recogito/letter', 1, 2],
  ['refi-qda', 'refi-qda/study', 1, 3],
])('a folder of %s is one source, with its texts', async (reader, fixture, documents, spans) => {
  const target = join(folder, reader);
  cpSync(join(fixtures, fixture), target, { recursive: true });
  const window = new TestWindow(await temporaryFolder());
  const job = 'import';
  const { ticket, sources } = await window.call('import.look', { paths: [target], job });
  expect(sources.map((source) => source.reader)).toEqual([reader]);
  const choice = {
    ...{ sources: [], mapping: null, annotators: {}, copies: [], without: [] },
    into: 'new' as const,
  };
  const preview = await window.call('import.preview', { ticket, choice, job });
  expect(preview.documents).toHaveLength(documents);
  expect(preview.counts).toMatchObject({ spans });
});
