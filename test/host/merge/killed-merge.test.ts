import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '#core/result.ts';
import { createJobs } from '#host/jobs.ts';
import { merge } from '#host/merge/endpoints.ts';
import { openProject } from '#host/project/open-project.ts';
import { OpenSession } from '#host/project/project-session.ts';
import type { Files } from '#host/store/files.ts';
import { KillableFiles } from '../faulty-files.ts';
import { ANNA, BEN, filesBelow, relation, span, temporaryFolder } from '../workspace.ts';
import { add, choice, contents, openAs, project } from './merging.ts';

const now = () => new Date('2026-01-01T12:00:00.000Z');

async function session(folder: string, files: Files): Promise<OpenSession> {
  const options = { folder, files, now, me: ANNA, host: 'test', emit: () => undefined };
  const opened = await openProject({ ...options, mode: 'take-over' });
  if (opened.state !== 'open') throw new Error('locked');
  return new OpenSession(opened.project);
}

async function mergeInto(open: OpenSession, other: string): Promise<void> {
  const done = await createJobs(() => undefined).run('merge', async (job) =>
    ok(await merge(open, choice(other), { job, now, isDry: false })),
  );
  if (!done.ok) throw new Error(done.error.message);
}

test('killed at any step, a merge is done whole or not at all, and nothing is left over', async () => {
  const here = await project({ 'a.txt': 'Ada met Ben.', 'b.txt': 'Bea met Cy.' });
  const there = await project({ 'a.txt': 'Ada met Ben.', 'c.txt': 'Cara met Dee.' });
  const [a = '', c = ''] = there.ids;
  await add(ANNA, here.path, here.ids[0] ?? '', span('own', 0, 3));
  await add(ANNA, there.path, a, span('s1', 8, 11));
  await add(BEN, there.path, a, span('s1', 0, 3));
  await add(BEN, there.path, c, span('s1', 0, 4), span('s2', 9, 12), relation('r', 's1', 's2'));

  const stateOf = async (path: string) => {
    const window = await openAs(ANNA, path);
    const state = await contents(window);
    await window.call('project.close', null);
    return state;
  };
  const root = await temporaryFolder();
  const fresh = async (name: string) => {
    const path = join(root, name);
    await cp(here.path, path, { recursive: true });
    return path;
  };
  const before = await stateOf(await fresh('before'));
  const whole = await fresh('whole');
  const counting = new KillableFiles();
  const open = await session(whole, counting.files);
  const start = counting.steps;
  await mergeInto(open, there.path);
  const steps = counting.steps - start;
  await open.close();
  const after = await stateOf(whole);
  expect(after.documents).toHaveLength(3);

  const seen = { before: 0, after: 0 };
  for (let n = 1; n <= steps; n++) {
    const path = await fresh(`killed-${n}`);
    const killable = new KillableFiles();
    const dying = await session(path, killable.files);
    killable.dieAt(n);
    await mergeInto(dying, there.path).catch(() => undefined);
    await dying.project.background.catch(() => undefined);
    killable.isDead = true;
    dying.project.isClosed = true;
    dying.project.freeze('killed');

    const next = await session(path, new KillableFiles().files);
    await next.close();
    const state = await stateOf(path);
    const isDone = state.documents.length === after.documents.length;
    seen[isDone ? 'after' : 'before']++;
    expect([n, state]).toEqual([n, isDone ? after : before]);
    const left = (await filesBelow(path)).filter((name) => /incoming|tmp/u.test(name));
    expect([n, left]).toEqual([n, []]);
  }
  expect(Math.min(seen.before, seen.after)).toBeGreaterThan(2);
}, 60_000);
