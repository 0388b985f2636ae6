import { beforeEach, expect, test, vi } from 'vitest';
import { openDocument, redo, undo } from '../../../src/renderer/state/edit.ts';
import { say, sayOn, useMessages } from '../../../src/renderer/state/messages.ts';
import { setProject } from '../../../src/renderer/state/project.ts';
import { useSession } from '../../../src/renderer/state/session.ts';
import { onSetChanged, retryWrites, settleAll, unsaved } from '../../../src/renderer/state/sets.ts';
import { span } from '../../host/workspace.ts';
import { ME } from '../shell/fake-host.ts';
import { key, opened, openWindow, shown, tag } from './open-window.ts';

let host: Awaited<ReturnType<typeof openWindow>>;
const stored = () => host.stored();

beforeEach(async () => {
  host = await openWindow();
});

test('an edit shows in the same tick, and is on disk when the status says saved', async () => {
  const id = tag(0);
  expect(shown()).toEqual([id]);
  expect(useSession.getState().saving).toBe('saving');
  expect(useSession.getState().undo.undo?.label).toBe(`Tag ${id}`);
  await settleAll();
  expect(useSession.getState().saving).toBe('saved');
  expect(stored()).toEqual([id]);
});

test('edits made in a burst are written in order, each on the revision before', async () => {
  const ids = [0, 4, 8, 12].map(tag);
  await settleAll();
  const commits = host.calls.filter(({ method }) => method === 'annotations.commit');
  expect(commits.map(({ args }) => (args as { base: number }).base)).toEqual([0, 1, 2, 3]);
  expect(stored()).toEqual(ids);
});

test('the first edit of a new document makes it one in progress, in the same change', async () => {
  tag(0);
  expect(opened().index.status().status).toBe('in-progress');
  await settleAll();
  expect(host.calls.filter(({ method }) => method === 'annotations.commit')).toHaveLength(1);
  expect(host.sets.get(`d0 ${ME.id}`)?.index.status().status).toBe('in-progress');
});

test('where the disk refuses, the edit stays, the reason is said, and trying again writes it', async () => {
  host.state.failing = { code: 'disk', message: 'The disk is full.' };
  const ids = [tag(0), tag(4)];
  await settleAll();
  expect(useSession.getState().saving).toEqual({ failed: 'The disk is full.' });
  expect(shown()).toEqual(ids);
  expect(unsaved().map(({ label }) => label)).toEqual(ids.map((id) => `Tag ${id}`));
  expect(stored()).toEqual([]);

  host.state.failing = null;
  retryWrites();
  await settleAll();
  expect(stored()).toEqual(ids);
  expect(useSession.getState().saving).toBe('saved');
});

test('a full disk is tried again by itself', async () => {
  host.state.failing = { code: 'disk', message: 'The disk is full.' };
  const id = tag(0);
  await settleAll();
  host.state.failing = null;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stored()).toEqual([id]);
});

test('a set that cannot be read again is read once the disk is back', async () => {
  const id = tag(0);
  await settleAll();
  const { call: answer } = host.bridge;
  const read = vi.spyOn(host.bridge, 'call');
  const set = host.sets.get(`d0 ${ME.id}`);
  if (set) set.revision = 7;
  const error = { code: 'disk', message: 'The folder is gone.' };
  read.mockImplementationOnce(answer).mockResolvedValueOnce(JSON.stringify({ ok: false, error }));
  const late = tag(4);
  await settleAll();
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  expect(stored()).toEqual([id]);
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.waitFor(() => expect(stored()).toEqual([id, late]));
  expect(useSession.getState().saving).toBe('saved');
});

test('what the host says on a topic takes the place of what it said before', async () => {
  sayOn('saving', 'error', 'The disk is full.');
  say('error', 'Something else.');
  sayOn('saving', 'info', 'Everything is saved again.');
  const texts = () => useMessages.getState().messages.map(({ text }) => text);
  expect(texts()).toEqual(['Something else.', 'Everything is saved again.']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(texts()).toEqual(['Something else.']);
});

test('a document that cannot be opened while the folder is away is told until it is back', async () => {
  host.answers['documents.text'] = () => ({
    ok: false,
    error: { code: 'disk', message: 'The folder is away.' },
  });
  expect(await openDocument('d1')).toBe(false);
  expect(useSession.getState().document?.entry.id).toBe('d0');
  const texts = () => useMessages.getState().messages.map(({ text }) => text);
  expect(texts()).toEqual(['The folder is away.']);
  sayOn('folder', 'info', 'The folder is back.');
  expect(texts()).toEqual(['The folder is back.']);
});

test('undo while nothing can be written takes back the newest edit in memory', async () => {
  host.state.failing = { code: 'disk', message: 'The disk is full.' };
  const [first] = [tag(0), tag(4)];
  await settleAll();
  await undo();
  expect(shown()).toEqual([first]);
  await undo();
  expect(shown()).toEqual([]);
  expect(useSession.getState().saving).toBe('saved');
});

test('a stale set is read again; what fits is written, what does not is said', async () => {
  const kept = tag(0);
  await settleAll();
  // Someone else changes the stored set behind our back.
  const set = host.sets.get(`d0 ${ME.id}`);
  if (set) set.revision = 7;
  const late = tag(4);
  await settleAll();
  await vi.waitFor(() => expect(stored()).toEqual([kept, late]));
  expect(shown()).toEqual([kept, late]);
});

test('a change that the host made is shown as it tells it, and read only where it does not fit', async () => {
  tag(0);
  await settleAll();
  const reads = () => host.calls.filter(({ method }) => method === 'annotations.read').length;
  const before = reads();
  const news = (base: number, id: string) => {
    const change = { added: { [id]: span(id, 8, 11) }, updated: {}, removed: {} };
    const undo = { undo: { label: 'Tag', at: '' }, redo: null };
    const problems = [{ code: 'unknown-type', message: 'The schema has no type.' }];
    return {
      ...key,
      message: null,
      news: JSON.stringify({ base, revision: 9, change, undo, problems }),
    };
  };
  onSetChanged(news(1, 'told'));
  expect(shown()).toContain('told');
  expect(useSession.getState().document?.problems[0]?.code).toBe('unknown-type');
  expect(reads()).toBe(before);
  // The next edit is made to what was told.
  tag(4);
  expect(host.calls.at(-1)?.args).toMatchObject({ base: 9 });
  await settleAll();

  onSetChanged(news(3, 'of another revision'));
  await vi.waitFor(() => expect(reads()).toBeGreaterThan(before));
  expect(shown()).not.toContain('of another revision');
});

test('edits that no longer fit are named, not dropped in silence', async () => {
  host.state.failing = { code: 'read-only', message: 'Another window took over.' };
  const id = tag(0);
  await settleAll();
  const set = host.sets.get(`d0 ${ME.id}`);
  const span = opened().index.span(id);
  if (set && span) set.index.apply({ added: { [id]: span }, updated: {}, removed: {} });
  host.state.failing = null;
  onSetChanged({ documentId: 'd0', annotatorId: ME.id, message: null });
  await vi.waitFor(() => expect(useMessages.getState().messages).toHaveLength(1));
  expect(useMessages.getState().messages[0]?.text).toContain(`Tag ${id}`);
  expect(shown()).toEqual([id]);
});

test('someone else’s set cannot be edited, and the person is told why', async () => {
  await openDocument('d0', { annotatorId: 'ben-0002' });
  tag(0);
  expect(shown()).toEqual([]);
  expect(useMessages.getState().messages[0]?.text).toContain('Ben Okafor');
});

test('edits of a document go on being written after another one is opened', async () => {
  const id = tag(0);
  await openDocument('d1');
  await settleAll();
  expect(stored()).toEqual([id]);
  expect(shown()).toEqual([]);
  await openDocument('d0');
  expect(shown()).toEqual([id]);
});

test('redo of an import shows the document again that was open, and the next redo finds its edits', async () => {
  const { project } = useSession.getState();
  if (!project) throw new Error('no project is open');
  const [d0, ...others] = project.documents;
  const announce = (documents: typeof project.documents) => setProject({ ...project, documents });
  const redoable = { label: 'Import ‘a’', at: '2026-11-24T10:00:00.000Z' };
  announce(others);
  expect(useSession.getState().document).toBeNull();
  setProject({ ...project, documents: others, undo: { undo: null, redo: redoable } });
  host.answers['project.redo'] = () => {
    if (d0) announce([d0, ...others]);
    return { ok: true, value: { label: redoable.label } };
  };
  await redo();
  expect(useSession.getState().document?.entry.id).toBe('d0');

  // What was opened since is not taken from under the person.
  announce(others);
  await openDocument('d1');
  announce(project.documents);
  await Promise.resolve();
  expect(useSession.getState().document?.entry.id).toBe('d1');
});
