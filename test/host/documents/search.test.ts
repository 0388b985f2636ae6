import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { searchDocuments } from '#host/documents/search.ts';
import { FakeProject, newJob } from './fake-session.ts';

const texts = join(import.meta.dirname, '../../fixtures/texts');
const fixture = (name: string) => join(texts, name);

let project = new FakeProject();
beforeEach(() => {
  project = new FakeProject();
});

describe('searching', () => {
  async function find(query: string) {
    const result = await searchDocuments(project.session(), query, newJob());
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  }

  beforeEach(() => {
    for (const name of ['emoji', 'mixed-scripts', 'white-space']) {
      const text = readFileSync(fixture(`${name}.txt`), 'utf8').replace(/^\ufeff/u, '');
      project.add(name, text, 'anna', []);
    }
  });

  test('ignores case and gives UTF-16 offsets', async () => {
    const { hits, counts } = await find('ADA');
    expect(counts).toEqual({ emoji: 1 });
    expect(hits[0]).toMatchObject({
      documentId: 'emoji',
      start: 3,
      end: 6,
      before: '😀 ',
      match: 'Ada',
    });
  });

  test('any white space matches any, across lines', async () => {
    expect((await find('lirio. CAFÉ'.normalize('NFD'))).hits[0]?.match).toBe(
      'Lirio.\r\nCafe\u0301',
    );
    expect((await find('no break')).counts).toEqual({ 'white-space': 1 });
  });

  test('signs mean themselves', async () => {
    expect((await find('(with')).counts).toEqual({ emoji: 1 });
    expect((await find('.*')).counts).toEqual({});
    expect((await find('a-b/c[')).counts).toEqual({});
  });

  test('the cuts around a hit never split a character', async () => {
    for (const hit of (await find('e')).hits) {
      expect(hit.before.isWellFormed() && hit.after.isWellFormed()).toBe(true);
    }
  });

  test('nothing asked, nothing found', async () => {
    expect(await find('  ')).toEqual({ hits: [], counts: {} });
  });
});
