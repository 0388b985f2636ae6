import { readFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { Span } from '#core/model/span.ts';
import { ANNA, adding, relation, span, TestWindow, temporaryFolder } from '../workspace.ts';

/** Twenty code points, twenty-one code units. */
const SENTENCE = 'Ada met Ben 😀 in Rome';
const COUNT = 9_000;
const STEP = SENTENCE.length;

const NOTE = { kind: 'note', id: 'note', text: 'A note.' } as const;

/** A closed project with one set of which the JSON file is larger than what is read at once. */
async function large() {
  const window = new TestWindow(await temporaryFolder());
  const [entry] = await window.project({ 'a.txt': SENTENCE.repeat(COUNT) });
  const key: SetKey = { documentId: entry?.id ?? '', annotatorId: ANNA.id };
  const spans = Array.from({ length: COUNT }, (_, i) => span(`s${i}`, i * STEP, i * STEP + 3));
  const relations = spans.slice(1).map(({ id }, i) => relation(`r${i}`, `s${i}`, id));
  const change = adding(...relations, ...spans.toReversed(), NOTE);
  await window.call('annotations.commit', { ...key, base: 0, label: 'Load', code: 'x', change });
  const { path } = window;
  await window.call('project.close', null);
  const file = (ext: string) => `${path}/annotations/${key.documentId}/${ANNA.id}.${ext}`;
  const open = () => window.call('project.open', { path, mode: 'ask' });
  const near = (start: number, end: number) =>
    window.call('annotations.read', { ...key, near: { start, end } });
  return { window, key, spans, file, open, near };
}

const startOf = ({ ranges }: Span) => ranges[0].start;

describe('a large set that is not open', () => {
  test.each([0, 1, 4_000, COUNT - 1, COUNT])(
    'shows the spans near sentence %d at once, and is whole when asked again',
    async (n) => {
      const { window, key, spans, open, near } = await large();
      await open();
      const [start, end] = [Math.max(0, n - 20) * STEP, (n + 20) * STEP];
      const part = await near(start, end);
      expect(part).toMatchObject({ ...key, isPart: true, readOnly: true, problems: [] });
      const expected = spans.filter((one) => startOf(one) < end && startOf(one) + 3 > start);
      expect(expected.length).toBeGreaterThan(10);
      expect(part.records).toEqual(expect.arrayContaining([NOTE, ...expected]));
      expect(part.records.length).toBeLessThan(1_000);

      const whole = await window.call('annotations.read', key);
      expect(whole).toMatchObject({ revision: 1, readOnly: false });
      expect(whole).not.toHaveProperty('isPart');
      expect(whole.records).toHaveLength(2 * COUNT);
      // Now it is open; a part of it still comes before the rest.
      expect(await near(start, end)).toMatchObject({ isPart: true, records: [NOTE, ...expected] });
    },
  );

  test('is read whole where its log has more than its file', async () => {
    const { window, key, file, open, near } = await large();
    await open();
    const change = adding(span('new', 4, 7));
    const edit = { ...key, base: 1, label: 'Tag', code: 'x', change };
    await window.call('annotations.read', key);
    const json = await readFile(file('json'));
    await window.call('annotations.commit', edit);
    const log = await readFile(file('log'));
    await window.call('project.close', null);
    // As a kill leaves it.
    await writeFile(file('json'), json);
    await writeFile(file('log'), log);
    await open();
    const read = await near(0, 100);
    expect(read.isPart).toBeUndefined();
    expect(read.revision).toBe(2);
  });

  test.each([
    ['is missing', (_text: string) => null],
    ['is damaged', (text: string) => text.slice(0, -20)],
    ['is of another text', (text: string) => text.replace(/("textSha256": ")..../u, '$1ffff')],
    ['is written otherwise', (text: string) => JSON.stringify(JSON.parse(text))],
  ])('is read whole where its file %s', async (_what, spoil) => {
    const { file, open, near } = await large();
    const text = spoil(await readFile(file('json'), 'utf8'));
    if (text === null) await rm(file('json'));
    else await writeFile(file('json'), text);
    await open();
    expect((await near(0, 100)).isPart).toBeUndefined();
  });
});

test('a small set is read whole at once', async () => {
  const window = new TestWindow(await temporaryFolder());
  const [entry] = await window.project({ 'a.txt': SENTENCE });
  const key = { documentId: entry?.id ?? '', annotatorId: ANNA.id };
  const near = { start: 0, end: 10 };
  expect((await window.call('annotations.read', { ...key, near })).isPart).toBeUndefined();
});
