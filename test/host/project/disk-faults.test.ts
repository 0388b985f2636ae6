import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ApiError } from '#api/problem.ts';
import type { Emit } from '#host/emit.ts';
import { act } from '#host/project/act.ts';
import { openProject } from '#host/project/open-project.ts';
import type { Project } from '#host/project/project.ts';
import { OpenSession } from '#host/project/project-session.ts';
import { type Files, nodeFiles } from '#host/store/files.ts';
import { scanLog } from '#host/store/scan-log.ts';
import { attempt } from '#host/store/store-error.ts';
import { type DiskStep, faultyFiles, systemError } from '../faulty-files.ts';
import { ANNA, adding, filesBelow, span, TestWindow, temporaryFolder } from '../workspace.ts';

async function original() {
  const window = new TestWindow(await temporaryFolder());
  const [entry] = await window.project({ 'a.txt': 'Ada met Ben.' });
  const { path } = window;
  await window.call('project.close', null);
  return { path, key: { documentId: entry?.id ?? '', annotatorId: ANNA.id } };
}

async function open(folder: string, files: Files, emit: Emit = () => undefined): Promise<Project> {
  const now = () => new Date();
  const options = { folder, files, now, me: ANNA, host: 'test', emit };
  const opened = await openProject({ ...options, mode: 'ask' });
  if (opened.state !== 'open') throw new Error('locked');
  await opened.project.background;
  return opened.project;
}

/** Steps fail from the n-th on, `times` in a row; `half` lets the write get half done. */
function failing(code: string, half: boolean) {
  let [armed, times, steps] = [Number.POSITIVE_INFINITY, 0, 0];
  const failed: DiskStep[] = [];
  const files = faultyFiles((step) => {
    if (step.path.includes('cache')) return undefined; // written beside, and no loss
    steps++;
    if (steps < armed || times <= 0) return undefined;
    times--;
    failed.push(step);
    if (half && step.call === 'write') return 'half';
    throw systemError(code);
  });
  const arm = (n: number, count: number) => {
    armed = steps + n;
    times = count;
  };
  return { files, arm, failed };
}

describe.each([
  ['ENOSPC', true],
  ['ENOSPC', false],
  ['EIO', false],
  ['EACCES', false],
  ['EMFILE', false],
] as const)('%s (half a line written: %s)', (code, half) => {
  test('at any step of a save: nothing is applied, the log stays good, and a later try succeeds', async () => {
    const { path, key } = await original();
    for (let n = 1; ; n++) {
      const copy = join(await temporaryFolder(), 'project');
      await cp(path, copy, { recursive: true });
      const { files, arm, failed } = failing(code, half);
      const project = await open(copy, files);
      const set = await project.parts.queue.run(() => project.pool.open(key));
      const commit = (id: string, start: number) =>
        attempt(() =>
          project.parts.queue.run(() =>
            set.append({ label: id, code: 'tag' }, adding(span(id, start, start + 3))),
          ),
        );
      expect((await commit('s1', 0)).ok).toBe(true);
      arm(n, 1);
      const answer = await commit('s2', 4);
      arm(0, 0);
      if (failed.length === 0) {
        expect(n).toBeGreaterThan(3);
        await new OpenSession(project).close();
        break;
      }
      expect(answer.ok).toBe(false);
      if (!answer.ok) {
        expect(answer.error.code).toBe('disk');
        expect(answer.error.message).toMatch(/^Could not save to anna-1\.log: .+\.$/u);
      }
      expect(set.index.get('s2')).toBeUndefined();
      expect(set.revision).toBe(1);
      const log = join(copy, 'annotations', key.documentId, 'anna-1.log');
      const scanned = scanLog(await readFile(log));
      expect(scanned.entries).toHaveLength(1);

      expect((await commit('s2', 4)).ok).toBe(true);
      expect(scanLog(await readFile(log))).toMatchObject({ rest: 'none', badLine: 0 });
      await new OpenSession(project).close();
      const again = await open(copy, nodeFiles);
      const read = await new OpenSession(again).readSet(key);
      expect(read.ok && [...read.value.index.all()].map(({ id }) => id)).toEqual(['s1', 's2']);
      expect(read.ok && read.value.problems).toEqual([]);
      await new OpenSession(again).close();
    }
  });
});

test('a disk that is full for a snapshot loses nothing: the log has it, and the old file stays', async () => {
  const { path, key } = await original();
  const { files, arm } = failing('ENOSPC', true);
  const project = await open(path, files);
  const set = await project.parts.queue.run(() => project.pool.open(key));
  await project.parts.queue.run(() =>
    set.append({ label: 'a', code: 'a' }, adding(span('s1', 0, 3))),
  );
  arm(1, 1_000);
  await expect(set.snapshot()).rejects.toThrow(/the disk is full/u);
  expect(set.isDirty).toBe(true);
  expect((await filesBelow(path)).filter((name) => name.includes('tmp'))).toEqual([]);
  arm(0, 0);
  await set.snapshot();
  expect(set.isDirty).toBe(false);
  await new OpenSession(project).close();
});

test('a full disk is told once, and so is that it has room again', async () => {
  const { path, key } = await original();
  const { files, arm } = failing('ENOSPC', true);
  const said: string[] = [];
  const emit: Emit = (event, data) => {
    if (event === 'notice' && 'topic' in data) said.push(`${data.topic}: ${data.message}`);
  };
  const project = await open(path, files, emit);
  const set = await project.parts.queue.run(() => project.pool.open(key));
  await project.parts.queue.run(() =>
    set.append({ label: 'a', code: 'a' }, adding(span('s1', 0, 3))),
  );
  arm(1, 1_000);
  await project.pool.flush();
  await project.pool.flush();
  const full = `saving: Could not save annotations/${key.documentId}/anna-1.json: the disk is full. Free some space; the program tries again. Your edits are safe in the change log.`;
  expect(said).toEqual([full]);
  arm(0, 0);
  await project.pool.flush();
  expect(said).toEqual([full, 'saving: Everything is saved again.']);
  await new OpenSession(project).close();
});

test('a disk that fills up in the middle of an action: said so, and finished at the next start', async () => {
  const { path } = await original();
  const { files, arm } = failing('ENOSPC', true);
  const project = await open(path, files);
  const { documents } = project.manifest;
  const change = { documents: { added: [], removed: documents, updated: [] } };
  const action = { label: 'Remove', code: 'documents.remove', change };
  arm(4, 1_000); // after the line in project.log: open, write, sync
  const answer = await attempt(() => project.parts.queue.run(() => act(project, action)));
  expect(answer.ok || (answer.error satisfies ApiError).code).toBe('disk');
  expect(project.readOnly).toContain('‘Remove’ is recorded');
  arm(0, 0);
  await new OpenSession(project).close();
  const again = await open(path, nodeFiles);
  expect(again.manifest.documents).toEqual([]);
  expect(again.manifest.trash).toMatchObject([{ document: documents[0] }]);
  await new OpenSession(again).close();
});

test.each(['EROFS', 'EACCES', 'EPERM'])(
  'a folder that answers %s opens read-only, with the reason, and is left as it is',
  async (code) => {
    const { path, key } = await original();
    const before = await filesBelow(path);
    const files = faultyFiles(() => {
      throw systemError(code);
    });
    const project = await open(path, files);
    expect(project.readOnly).toContain('cannot be written');
    const session = new OpenSession(project);
    expect((await session.readText(key.documentId)).ok).toBe(true);
    expect((await session.readSet(key)).ok).toBe(true);
    const change = { documents: { added: [], removed: project.manifest.documents, updated: [] } };
    const answer = await session.act({ label: 'x', code: 'x', change });
    expect(answer).toMatchObject({ ok: false, error: { code: 'read-only' } });
    await session.close();
    expect(await filesBelow(path)).toEqual(before);
  },
);
