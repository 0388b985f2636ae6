import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { LockHolder } from '#api/calls/project.ts';
import { ANNA, adding, BEN, eventually, span, TestWindow, temporaryFolder } from '../workspace.ts';

async function opened() {
  const window = new TestWindow(await temporaryFolder());
  const [entry] = await window.project({ 'a.txt': 'Ada met Ben. '.repeat(200) });
  const key = { documentId: entry?.id ?? '', annotatorId: ANNA.id };
  return { window, key, path: window.path };
}

/** A process number that no living process has. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

const edit = (base: number, id: string) => ({
  ...{ base, label: `Tag ${id}`, code: 'tag' },
  change: adding(span(id, base % 1_000, (base % 1_000) + 3)),
});

test('a second window learns who has the project; it can read it, or take it over', async () => {
  const { window, key, path } = await opened();
  await window.call('annotations.commit', { ...key, ...edit(0, 's1') });
  const second = new TestWindow(window.folder, BEN);
  const answer = await second.call('project.open', { path, mode: 'ask' });
  expect(answer).toMatchObject({
    state: 'locked',
    holder: { annotator: 'Anna', host: 'test-machine', pid: process.pid },
  });

  const reading = await second.call('project.open', { path, mode: 'read-only' });
  expect(reading.state === 'open' && reading.project.readOnly).toMatch(/read-only/u);
  expect((await second.call('annotations.read', key)).records).toHaveLength(1);
  const own = { documentId: key.documentId, annotatorId: BEN.id };
  expect((await second.fail('annotations.commit', { ...own, ...edit(0, 's1') })).code).toBe(
    'read-only',
  );
  await window.call('annotations.commit', { ...key, ...edit(1, 's2') });

  const taken = await second.call('project.open', { path, mode: 'take-over' });
  expect(taken.state === 'open' && taken.project.readOnly).toBe(null);
  expect((await window.fail('annotations.commit', { ...key, ...edit(2, 's3') })).code).toBe(
    'read-only',
  );
  expect(window.heard('project.lost')).toMatchObject([{ holder: { annotator: 'Ben' } }]);
  expect((await window.call('project.view', null)).readOnly).toContain('Ben');
  expect((await second.call('annotations.read', key)).records).toHaveLength(2);
  await second.call('annotations.commit', { ...own, ...edit(0, 's1') });

  // The one who lost it leaves the other's lock alone.
  await window.call('project.close', null);
  expect(JSON.parse(await readFile(second.file('lock.json'), 'utf8')).annotator).toBe('Ben');
});

test('the holder who does nothing learns of it, too', async () => {
  const { window, path } = await opened();
  const second = new TestWindow(window.folder, BEN);
  await second.call('project.open', { path, mode: 'take-over' });
  await eventually(() => window.heard('project.lost').length === 1, 3_000);
});

const lockOf = (lock: Partial<LockHolder & { session: string; heartbeat: string }>) =>
  JSON.stringify({
    session: 'another',
    pid: process.pid,
    host: 'test-machine',
    annotator: 'Cy',
    since: new Date().toISOString(),
    heartbeat: new Date().toISOString(),
    ...lock,
  });
const long = new Date(Date.now() - 60_000).toISOString();

test.each([
  ['of a dead process', async () => lockOf({ pid: await deadPid() }), 'open'],
  ['of a living process', async () => lockOf({}), 'locked'],
  ['of a process that lives and is asleep', async () => lockOf({ heartbeat: long }), 'locked'],
  [
    'from before the machine started',
    async () => lockOf({ since: '2001-01-01T00:00:00.000Z' }),
    'open',
  ],
  ['of another machine, with a beating heart', async () => lockOf({ host: 'other' }), 'locked'],
  [
    'of another machine that is silent',
    async () => lockOf({ host: 'other', heartbeat: long }),
    'open',
  ],
  ['that was cut off', async () => '{"session":', 'open'],
])('a lock %s: %#', async (_what, content, state) => {
  const { window, path } = await opened();
  await window.call('project.close', null);
  await writeFile(`${path}/lock.json`, await content());
  const answer = await window.call('project.open', { path, mode: 'ask' });
  expect(answer.state).toBe(state);
});

test('a lock that a clean-up tool deleted is made again', async () => {
  const { window, key, path } = await opened();
  await rm(`${path}/lock.json`);
  await window.call('annotations.commit', { ...key, ...edit(0, 's1') });
  expect(JSON.parse(await readFile(`${path}/lock.json`, 'utf8')).annotator).toBe('Anna');
  await window.call('project.close', null);
  await expect(readFile(`${path}/lock.json`)).rejects.toThrow();
});

test('two sessions that take the project from each other lose no confirmed edit', async () => {
  const { window, key, path } = await opened();
  const windows = [window, new TestWindow(window.folder)] as const;
  const confirmed: string[] = [];
  for (let round = 0; round < 20; round++) {
    const [one, other] = round % 2 === 0 ? windows : ([windows[1], windows[0]] as const);
    await one.call('project.open', { path, mode: 'take-over' });
    // While `one` edits, the other goes on as if nothing had happened.
    for (let n = 0; n < 25; n++) {
      const { revision } = await one.call('annotations.read', key);
      const id = `s${round}-${n}`;
      const [, refused] = await Promise.all([
        one.call('annotations.commit', { ...key, ...edit(revision, id) }),
        other.ask('annotations.commit', { ...key, ...edit(revision, `x${round}-${n}`) }),
      ]);
      expect(refused.ok).toBe(false);
      confirmed.push(id);
    }
  }
  await windows[0].call('project.close', null);
  await windows[1].call('project.close', null);
  await window.call('project.open', { path, mode: 'ask' });
  const { records, problems } = await window.call('annotations.read', key);
  expect(problems).toEqual([]);
  expect(records.map(({ id }) => id).sort()).toEqual(confirmed.sort());
}, 60_000);
